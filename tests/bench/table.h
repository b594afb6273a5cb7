#pragma once

#include <string>
#include <vector>

#include "tests/bench/bench.h"

namespace interleave::bench {

/// The rows for people, a line each.
[[nodiscard]] std::string as_text(const std::vector<Row>& rows);
/// For programs: {"rows": [{"name", "ours", "reference", "ratio", "goal", "met"}]}. A ratio without
/// a reference is null.
[[nodiscard]] std::string as_json(const std::vector<Row>& rows);
/// For tests/bench/RESULTS.md; `machine` says where and when.
[[nodiscard]] std::string as_markdown(const std::vector<Row>& rows, const std::string& machine);

}  // namespace interleave::bench
