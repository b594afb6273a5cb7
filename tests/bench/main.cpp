// What things cost, as ratios within one run: these machines are noisy, and no absolute figure
// holds on the next one. `interleave-bench` prints a table, with --json the same for programs.

#include <malloc.h>

#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/bench/bench.h"

namespace {

using interleave::bench::Row;

void print_table(const std::vector<Row>& rows) {
  std::printf("%-58s %12s %12s %9s %9s\n", "", "ours, ns", "other, ns", "ratio", "goal");
  for (const Row& row : rows) {
    std::printf("%-58s %12.1f %12.1f %9.4f %9.4f %s\n", row.name.c_str(), row.ours, row.reference,
                row.ratio(), row.goal, row.met() ? "met" : "MISSED");
  }
}

void print_json(const std::vector<Row>& rows) {
  nlohmann::ordered_json out;
  out["rows"] = nlohmann::ordered_json::array();
  for (const Row& row : rows) {
    out["rows"].push_back({{"name", row.name},
                           {"ours", row.ours},
                           {"reference", row.reference},
                           {"ratio", row.ratio()},
                           {"goal", row.goal},
                           {"met", row.met()}});
  }
  std::printf("%s\n", out.dump(2).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  // What has been freed stays ours: after the first run memory is there and touched.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
  const std::vector<Row> rows = interleave::bench::switch_rows();
  const bool json = argc > 1 && std::strcmp(argv[1], "--json") == 0;
  json ? print_json(rows) : print_table(rows);
  return 0;
}
