#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

/// The text of a program as a class reads it, and where things stand in it. Lines are named by a
/// piece of their text within a `def`, so that a listing can be edited without renumbering.
class Listing {
 public:
  explicit Listing(std::string_view text);

  /// One `def` or `async def`, or the module itself (name empty, def_line 0).
  struct Def {
    std::string name;
    std::uint16_t def_line = 0;
    std::vector<std::uint16_t> lines;
  };

  /// The def of that name; throws std::out_of_range with the name if there is none.
  [[nodiscard]] const Def& def(std::string_view name) const;
  /// The def that begins on that line; throws std::out_of_range if none does.
  [[nodiscard]] const Def& def_at(std::uint16_t line) const;
  /// The nth line of the def that contains `snippet`; throws std::out_of_range if there is none.
  [[nodiscard]] std::uint16_t line_of(const Def& def, std::string_view snippet, int nth = 1) const;
  [[nodiscard]] std::string_view line(std::uint16_t number) const { return lines_[number - 1U]; }
  [[nodiscard]] std::size_t line_count() const { return lines_.size(); }

 private:
  std::string text_;
  std::vector<std::string_view> lines_;
  std::vector<Def> defs_;
};

}  // namespace interleave
