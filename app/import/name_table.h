#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace interleave {

/// Names to numbers, for the few dozen words that occur in every line of a file.
class NameTable {
 public:
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

 private:
  static std::size_t hash(std::string_view name) {
    if (name.empty()) {
      return 0;
    }
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(name[place]); };
    return (name.size() * 7U + at(0) * 31U + at(name.size() / 2) * 11U + at(name.size() - 1) * 5U) %
           256U;
  }

  struct Slot {
    std::string_view name;
    std::int8_t number = -1;
  };
  std::array<Slot, 256> slots_;
};

}  // namespace interleave
