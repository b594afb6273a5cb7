// What things cost, as ratios within one run: these machines are noisy, and no absolute figure
// holds on the next one. `interleave-bench` prints a table; with --json the same for programs, with
// --markdown for tests/bench/RESULTS.md. Names of families measure these alone.

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>
#include <vector>

#include "tests/bench/bench.h"
#include "tests/bench/machine.h"
#include "tests/bench/table.h"

namespace {

using namespace interleave::bench;

struct Family {
  const char* name;
  std::vector<Row> (*rows)();
};
constexpr Family kFamilies[] = {
    {"switch", switch_rows}, {"batch", batch_rows}, {"hand-over", hand_over_rows},
    {"cancel", cancel_rows}, {"timer", timer_rows}, {"memory", memory_rows},
    {"frame", frame_rows},   {"open", open_rows},   {"scale", scale_rows},
    {"export", export_rows},
};

int usage() {
  std::string families;
  for (const Family& family : kFamilies) {
    families += std::string(families.empty() ? "" : " | ") + family.name;
  }
  std::fprintf(stderr, "usage: interleave-bench [--json | --markdown] [%s]...\n", families.c_str());
  return 2;
}

bool is_family(const std::string& name) {
  return std::any_of(std::begin(kFamilies), std::end(kFamilies),
                     [&](const Family& family) { return family.name == name; });
}

// Of the families named; of all without a name.
std::vector<Row> rows_of(const std::vector<std::string>& names) {
  std::vector<Row> rows;
  for (const Family& family : kFamilies) {
    if (names.empty() || std::count(names.begin(), names.end(), family.name) > 0) {
      for (Row& row : family.rows()) {
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> names(argv + 1, argv + argc);
  const std::string form = !names.empty() && names[0].starts_with("--") ? names[0] : "";
  if (!form.empty()) {
    names.erase(names.begin());
  }
  if (form == "--fresh" && names.size() == 1) {
    if (const auto figure = fresh(names[0])) {
      std::printf("%f\n", *figure);
      return 0;
    }
    return usage();
  }
  if ((!form.empty() && form != "--json" && form != "--markdown") ||
      !std::all_of(names.begin(), names.end(), is_family)) {
    return usage();
  }
  // What has been freed stays ours: after the first run memory is there and touched.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
  const std::vector<Row> rows = rows_of(names);
  const std::string out = form == "--json"       ? as_json(rows)
                          : form == "--markdown" ? as_markdown(rows, this_machine())
                                                 : as_text(rows);
  std::fputs(out.c_str(), stdout);
  return 0;
}
