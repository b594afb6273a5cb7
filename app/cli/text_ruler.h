#pragma once

#include <string>

#include "app/timeline/step_columns.h"
#include "app/trace/trace.h"

namespace interleave::cli {

/// How an axis maps to cells. All lanes round alike, so what ends here and begins there meets.
class CellMap {
 public:
  CellMap(double extent, std::size_t cells) : extent_(extent), cells_(cells) {}
  [[nodiscard]] std::size_t cell(double value) const;
  [[nodiscard]] std::size_t cells() const { return cells_; }
  [[nodiscard]] double extent() const { return extent_; }

 private:
  double extent_;
  std::size_t cells_;
};

/// Two lines: ticks, and times below them.
[[nodiscard]] std::string time_ruler(const CellMap& map, const std::string& indent, bool ascii);
/// Two lines: the steps' numbers, and the times at which they begin, as far as there is room.
[[nodiscard]] std::string step_ruler(const Trace& trace, const StepColumns& columns,
                                     const CellMap& map, const std::string& indent);

}  // namespace interleave::cli
