#pragma once

#include <string>

namespace interleave::test {

/// The approved content of tests/export/baselines/NAME. With INTERLEAVE_UPDATE_BASELINES=1 in the
/// environment `now` is written there first: look at the difference, then commit it.
[[nodiscard]] std::string approved(const std::string& name, const std::string& now);

}  // namespace interleave::test
