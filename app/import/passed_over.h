#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace interleave {

/// What a reader has not taken in from a file, by name and how often: `key "colour"`, `kind
/// "rested"`. Bounded: names past the first hundred are counted together.
class PassedOver {
 public:
  void note(std::string_view what, std::string_view name = {}, std::uint64_t times = 1);

  [[nodiscard]] bool empty() const { return counts_.empty(); }
  [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& counts() const {
    return counts_;
  }
  /// `passed over: key "colour" (12 times), kind "rested"`; empty if nothing was. So many names at
  /// most, and how many more there are.
  [[nodiscard]] std::string words(std::size_t names = 4) const;

 private:
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace interleave
