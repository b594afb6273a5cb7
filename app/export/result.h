#pragma once

#include <string>
#include <utility>
#include <variant>

namespace interleave {

/// Why something could not be written: one line that says what, where and what would be right.
struct ExportError {
  std::string message;
};

/// A value, or why there is none.
template <class T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}            // NOLINT: meant to convert
  Result(ExportError error) : content_(std::move(error)) {}  // NOLINT: meant to convert

  [[nodiscard]] explicit operator bool() const { return content_.index() == 0; }
  [[nodiscard]] const T& value() const { return std::get<0>(content_); }
  [[nodiscard]] T& value() { return std::get<0>(content_); }
  [[nodiscard]] const std::string& error() const { return std::get<1>(content_).message; }

 private:
  std::variant<T, ExportError> content_;
};

}  // namespace interleave
