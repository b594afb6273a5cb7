#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace interleave {

/// Names to numbers, for the few dozen words that occur in every line of a file.
class NameTable {
 public:
  /// What is_at() reads from where a key begins.
  static constexpr std::size_t kRead = 16;

  /// `name_of(i)` for every i below `count`, which is at most 64.
  template <class NameOf>
  NameTable(int count, NameOf name_of) {
    for (int i = 0; i < count; ++i) {
      const std::string_view name = name_of(i);
      std::size_t at = hash(name);
      while (!slots_[at].name.empty()) {
        at = (at + 1) % slots_.size();
      }
      slots_[at] = {name, static_cast<std::int8_t>(i)};
      if (name.size() < kRead) {
        patterns_[static_cast<std::size_t>(i)] = pattern_of(name);
      }
    }
  }

  /// -1 for a name that is not there.
  [[nodiscard]] int find(std::string_view name) const {
    for (std::size_t at = hash(name);; at = (at + 1) % slots_.size()) {
      if (slots_[at].name == name || slots_[at].name.empty()) {
        return slots_[at].number;
      }
    }
  }

  /// Whether that name and a quote stand at `text`, of which kRead bytes may be read. Quicker than
  /// find() where it can be guessed which name comes next.
  [[nodiscard]] bool is_at(const char* text, int number) const {
    const Pattern& pattern = patterns_[static_cast<std::size_t>(number)];
    Words words{};
    std::memcpy(words.data(), text, kRead);
    return (words[0] & pattern.mask[0]) == pattern.name[0] &&
           (words[1] & pattern.mask[1]) == pattern.name[1];
  }

 private:
  using Words = std::array<std::uint64_t, 2>;

  struct Slot {
    std::string_view name;
    std::int8_t number = -1;
  };
  /// A name as it lies in memory with its closing quote; the default fits nothing.
  struct Pattern {
    Words name = {1, 0};
    Words mask = {0, 0};
  };

  static std::size_t hash(std::string_view name) {
    if (name.empty()) {
      return 0;
    }
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(name[place]); };
    return (name.size() * 7U + at(0) * 31U + at(name.size() / 2) * 11U + at(name.size() - 1) * 5U) %
           256U;
  }

  static Pattern pattern_of(std::string_view name) {
    std::array<char, kRead> text{};
    std::array<char, kRead> mask{};
    name.copy(text.data(), name.size());
    text.at(name.size()) = '"';
    std::memset(mask.data(), 0xFF, name.size() + 1);
    Pattern pattern;
    std::memcpy(pattern.name.data(), text.data(), kRead);
    std::memcpy(pattern.mask.data(), mask.data(), kRead);
    return pattern;
  }

  std::array<Slot, 256> slots_;
  std::array<Pattern, 64> patterns_;
};

}  // namespace interleave
