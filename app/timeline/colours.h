#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/timeline/view.h"

namespace interleave {

/// The colours of several runs: a task of the same name has the same in all of them, that of the
/// first run in which it stands. With one run it says what colour_index() says.
class ColourMap {
 public:
  explicit ColourMap(const std::vector<RunView>& runs);
  [[nodiscard]] std::uint16_t of(std::size_t run, TaskId task) const;

 private:
  std::vector<const Trace*> traces_;
  // Names of the first run's tasks; empty while there is one run, or far too many tasks.
  std::unordered_map<std::string, std::uint16_t> first_;
};

}  // namespace interleave
