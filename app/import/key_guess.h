#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/import/name_table.h"

namespace interleave {

/// Finds the keys of objects that are alike: guesses that the one comes next that came next the
/// last time, and looks it up only where it does not.
class KeyGuess {
 public:
  explicit KeyGuess(const NameTable& names) : names_(&names) {}

  void begin_object() {
    row_ = 0;
    last_ = kMost;
  }
  /// What comes from here on depends on that word (an event's kind).
  void depends_on(std::string_view word) {
    const auto last = static_cast<unsigned char>(word.empty() ? ' ' : word.back());
    row_ = 1 + (word.size() * 5 + last) % (kRows - 1);
  }
  /// The number of the key whose text begins at `raw`, if it is the one guessed; else -1.
  [[nodiscard]] int guessed(const char* raw) {
    const std::uint8_t guess = next_[row_][last_];
    if (!names_->is_at(raw, guess)) {
      return -1;
    }
    last_ = guess;
    return guess;
  }
  /// Its number by its text, for the next time too; -1 if it is unknown.
  [[nodiscard]] int found(std::string_view key) {
    const int number = names_->find(key);
    if (number >= 0) {
      next_[row_][last_] = static_cast<std::uint8_t>(number);
      last_ = static_cast<std::size_t>(number);
    }
    return number;
  }

 private:
  static constexpr std::size_t kMost = 64;
  static constexpr std::size_t kRows = 64;

  const NameTable* names_;
  std::size_t row_ = 0;
  std::size_t last_ = kMost;
  std::array<std::array<std::uint8_t, kMost + 1>, kRows> next_{};
};

}  // namespace interleave
