#include "tests/random/comparison.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "tests/differential/judge.h"
#include "tests/programs/interpreter.h"
#include "tests/programs/writer.h"
#include "tests/random/accidents.h"
#include "tests/random/generator.h"
#include "tests/random/shrinker.h"

namespace interleave::random_programs {

using programs::Node;

namespace {

constexpr int kTogether = 25;
constexpr int kTries = 3000;

// What our runtime does with a program: the events and the same as a trace file's text; what the
// interpreter can't do, in words.
struct Here {
  std::shared_ptr<const EventLog> log;
  std::string trace;
  std::string refused;
};

Here run_here(const Node& placed, const std::string& text) {
  programs::RunLimits limits;
  limits.events.events = kEventLimit;
  Here here;
  try {
    here.log = programs::run("program", placed, text, limits);
    here.trace = differential::text_told_by(here.log);
  } catch (const std::runtime_error& error) {
    here.refused = error.what();
  }
  return here;
}

// A trace's text without what is not compared: the header, which says who has written it, and the
// labels. In a string of JSON no quote stands bare, so that this is a field wherever it is found.
std::string what_is_compared(std::string_view trace) {
  constexpr std::string_view kLabel = ",\"label\":\"";
  trace.remove_prefix(trace.find('\n') + 1);
  std::string out;
  out.reserve(trace.size());
  for (std::size_t at = trace.find(kLabel); at != std::string_view::npos; at = trace.find(kLabel)) {
    out += trace.substr(0, at);
    std::size_t end = at + kLabel.size();
    while (end < trace.size() && trace[end] != '"') {
      end += trace[end] == '\\' ? 2 : 1;
    }
    trace.remove_prefix(std::min(end + 1, trace.size()));
  }
  return out += trace;
}

// What the text says first; only where the texts differ are they read.
Judged::Outcome compared_traces(const Node& placed, const std::string& expected,
                                const std::string& actual) {
  if (what_is_compared(expected) == what_is_compared(actual)) {
    return {};
  }
  const differential::Events cpython = differential::events_of(expected);
  const differential::Events ours = differential::events_of(actual);
  Judged::Outcome out;
  out.difference = differential::difference(cpython, ours);
  if (!out.difference.empty() &&
      std::any_of(accidents().begin(), accidents().end(), [&](const Accident& accident) {
        return accident.explains(placed, cpython, ours);
      })) {
    out.difference.clear();
    out.by_accident = true;
  }
  return out;
}

// What sort of difference it is: the kinds of the events at which it begins, "task_ready, output".
// A smaller program that differs otherwise shows something else.
std::string sort_of(const std::string& difference) {
  std::string out = difference.substr(0, difference.find(' '));
  for (const char* whose : {"   CPython ", "   ours    "}) {
    const std::size_t line = difference.find(whose);
    const std::size_t kind = difference.find("\"kind\":\"", line);
    if (line != std::string::npos && kind != std::string::npos) {
      out += ", " + difference.substr(kind + 8, difference.find('"', kind + 8) - kind - 8);
    }
  }
  return out;
}

// A simplification that makes CPython say this is another mistake than the one looked for.
bool is_broken(const std::string& trace) {
  for (const char* error : {"NameError", "UnboundLocalError", "AttributeError", "TypeError"}) {
    if (trace.find(error) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Judged> Judged::of(std::vector<Node> programs) {
  Judged out;
  std::vector<differential::Asked> asked;
  for (Node& program : programs) {
    std::string text = programs::write(program);
    differential::Asked one;
    one.name = "this program:\n" + text;
    one.listing = text;
    one.limit = kEventLimit;
    asked.push_back(std::move(one));
    out.texts_.push_back(std::move(text));
    out.placed_.push_back(std::move(program));
  }
  auto traces = differential::recorded_texts(asked, kTogether);
  if (!traces) {
    return std::nullopt;
  }
  out.traces_ = std::move(*traces);
  return out;
}

Judged::Outcome Judged::run(std::size_t at, Exercised* exercised) const {
  const Here here = run_here(placed_[at], texts_[at]);
  if (!here.log) {
    return {"refused: " + here.refused + "\n"};
  }
  if (traces_[at].empty()) {
    return {"CPython's recorder gave no trace\n"};
  }
  if (exercised != nullptr) {
    exercised->add(placed_[at], *here.log);
  }
  return compared_traces(placed_[at], traces_[at], here.trace);
}

std::optional<Compared> compared(std::vector<Node> programs) {
  const auto judged = Judged::of(std::move(programs));
  if (!judged) {
    return std::nullopt;
  }
  Compared out;
  for (std::size_t i = 0; i < judged->size(); ++i) {
    Judged::Outcome outcome = judged->run(i, &out.exercised);
    out.by_accident += outcome.by_accident ? 1 : 0;
    if (!outcome.difference.empty()) {
      out.differing.push_back({i, std::move(outcome.difference)});
    }
  }
  return out;
}

std::vector<Node> random_programs_from(std::uint64_t first, std::uint64_t count) {
  std::vector<Node> programs;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    programs.push_back(random_program(seed));
  }
  return programs;
}

std::optional<Compared> compared_seeds(std::uint64_t first, std::uint64_t count) {
  return compared(random_programs_from(first, count));
}

Exercised exercised_by_seeds(std::uint64_t first, std::uint64_t count) {
  Exercised out;
  for (Node& program : random_programs_from(first, count)) {
    const std::string text = programs::write(program);
    if (const Here here = run_here(program, text); here.log) {
      out.add(program, *here.log);
    }
  }
  return out;
}

Node small_program_that_differs(const Node& program) {
  const auto whole = Judged::of({program});
  const std::string sort = whole ? sort_of(whole->run(0, nullptr).difference) : "";
  const StillFail still_differ = [&sort](const std::vector<Node>& candidates) {
    std::vector<bool> out(candidates.size());
    const auto judged = Judged::of(candidates);
    for (std::size_t i = 0; judged && i < candidates.size(); ++i) {
      if (!is_broken(judged->trace(i))) {
        const std::string told = judged->run(i, nullptr).difference;
        out[i] = !told.empty() && sort_of(told) == sort;
      }
    }
    return out;
  };
  return shrunk(program, still_differ, kTries);
}

}  // namespace interleave::random_programs
