#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace interleave {

/// Python's `repr` of a value; empty for None.
[[nodiscard]] std::string repr(std::string_view text);
[[nodiscard]] inline std::string repr(const std::string& text) {
  return repr(std::string_view(text));
}
[[nodiscard]] inline std::string repr(const char* text) { return repr(std::string_view(text)); }
[[nodiscard]] std::string repr(double value);
template <std::integral T>
[[nodiscard]] std::string repr(T value) {
  if constexpr (std::same_as<T, bool>) {
    return value ? "True" : "False";
  } else {
    return std::to_string(value);
  }
}
template <class T>
[[nodiscard]] std::string repr(const std::vector<T>& values) {
  std::string out = "[";
  for (const auto& value : values) {
    out += (out.size() == 1 ? "" : ", ") + repr(value);
  }
  return out + "]";
}

}  // namespace interleave
