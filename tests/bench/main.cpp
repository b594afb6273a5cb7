// What things cost, as ratios within one run: these machines are noisy, and no absolute figure
// holds on the next one. `interleave-bench` prints a table; with --json the same for programs, with
// --markdown for tests/bench/RESULTS.md.

#include <malloc.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/bench/bench.h"
#include "tests/bench/machine.h"
#include "tests/bench/table.h"

namespace {

using namespace interleave::bench;

std::vector<Row> all_rows() {
  std::vector<Row> rows;
  for (const auto family : {switch_rows, batch_rows, hand_over_rows, cancel_rows, timer_rows,
                            memory_rows, frame_rows, open_rows}) {
    for (Row& row : family()) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

int usage() {
  std::fputs("usage: interleave-bench [--json | --markdown]\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string form = argc > 1 ? argv[1] : "";
  if (form == "--fresh" && argc == 3) {
    if (const auto figure = fresh(argv[2])) {
      std::printf("%f\n", *figure);
      return 0;
    }
    return usage();
  }
  if (argc > 2 || (!form.empty() && form != "--json" && form != "--markdown")) {
    return usage();
  }
  // What has been freed stays ours: after the first run memory is there and touched.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
  const std::vector<Row> rows = all_rows();
  const std::string out = form == "--json"       ? as_json(rows)
                          : form == "--markdown" ? as_markdown(rows, this_machine())
                                                 : as_text(rows);
  std::fputs(out.c_str(), stdout);
  return 0;
}
