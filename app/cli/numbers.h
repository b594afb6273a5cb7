#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/timeline/view.h"

namespace interleave::cli {

/// A decimal number and nothing else, or nothing; no exponents, no infinities.
[[nodiscard]] std::optional<double> decimal_number(std::string_view text);
/// The same within [least, most].
[[nodiscard]] std::optional<double> decimal_number(std::string_view text, double least,
                                                   double most);
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int least, int most);

/// `time` or `steps`. Throws Mistake.
[[nodiscard]] Axis axis_of(const std::string& word);

}  // namespace interleave::cli
