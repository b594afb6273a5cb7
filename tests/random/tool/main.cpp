// interleave-differential: random programs, run here and on CPython, compared event by event.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>

#include "tests/programs/writer.h"
#include "tests/random/comparison.h"
#include "tests/random/generator.h"

namespace interleave::random_programs {

namespace {

constexpr int kEqual = 0;
constexpr int kDifferent = 1;
constexpr int kAskedWrongly = 2;
constexpr std::uint64_t kAtOnce = 250;

struct Asked {
  std::uint64_t seed = 1;
  std::uint64_t programs = 1000;
  std::uint64_t shown = 0;
  int most_differences = 3;
  bool counts = false;
  bool shrinks = true;
};

void tell(std::uint64_t seed, const Differing& differing, bool shrinks) {
  std::cout << "\nseed " << seed << ": " << differing.told << std::flush;
  const programs::Node program = random_program(seed);
  if (!shrinks) {
    return;
  }
  const programs::Node small = small_program_that_differs(program);
  std::cout << "the same of a small program:\n\n" << programs::text_of(small) << "\n";
  if (const auto again = compared({small}); again && !again->differing.empty()) {
    std::cout << again->differing.front().told << std::flush;
  }
}

int compare(const Asked& asked) {
  Compared sum;
  int different = 0;
  for (std::uint64_t done = 0; done < asked.programs;) {
    const std::uint64_t count = std::min(kAtOnce, asked.programs - done);
    const auto part = compared_seeds(asked.seed + done, count);
    if (!part) {
      return kEqual;  // it has said so
    }
    for (const Differing& differing : part->differing) {
      ++different;
      if (different <= asked.most_differences) {
        tell(asked.seed + done + differing.at, differing, asked.shrinks);
      } else {
        std::cout << "seed " << asked.seed + done + differing.at << " differs too\n";
      }
    }
    sum.exercised.add(part->exercised);
    sum.by_accident += part->by_accident;
    done += count;
    std::cerr << "\r" << done << " of " << asked.programs << " programs, " << sum.exercised.events()
              << " events, " << different << " different" << std::flush;
  }
  std::cerr << "\n";
  if (asked.counts) {
    std::cout << sum.exercised.table();
  }
  std::cout << sum.exercised.programs() << " programs of the seeds from " << asked.seed << ", "
            << sum.exercised.events() << " events: " << different << " different, "
            << sum.by_accident << " by an accident of CPython's\n";
  return different == 0 ? kEqual : kDifferent;
}

}  // namespace

}  // namespace interleave::random_programs

int main(int argc, char** argv) {
  using namespace interleave;
  random_programs::Asked asked;
  CLI::App app{"Runs random programs here and on CPython's asyncio, and compares the traces.",
               "interleave-differential"};
  app.footer("Exit status: 0 equal, 1 different, 2 asked wrongly.");
  app.add_option("--seed", asked.seed, "the first program's seed")->capture_default_str();
  app.add_option("--programs", asked.programs, "how many, a seed each")->capture_default_str();
  const auto* show = app.add_option("--show", asked.shown, "print the program of a seed, only");
  app.add_option("--differences", asked.most_differences, "so many are shrunk and told whole")
      ->capture_default_str();
  app.add_flag("--counts", asked.counts,
               "tell how often each construct ran, suspended, was cancelled");
  app.add_flag("!--no-shrink", asked.shrinks, "tell a difference as it is");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? random_programs::kEqual : random_programs::kAskedWrongly;
  }
  try {
    if (show->count() > 0) {
      std::cout << programs::text_of(random_programs::random_program(asked.shown));
      return random_programs::kEqual;
    }
    return random_programs::compare(asked);
  } catch (const std::exception& error) {
    std::cerr << "interleave-differential: " << error.what() << "\n";
    return random_programs::kAskedWrongly;
  }
}
