#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/run.h"

namespace interleave {

/// Runs from files that are not on view now, the last one first: going back to one reads nothing
/// again. A few are kept, for each may be large.
class OpenedFiles {
 public:
  static constexpr std::size_t kMost = 3;

  /// In place of an earlier one of the same file.
  void put(std::unique_ptr<Run> run);
  /// The run of a file's id, which is then here no more; null if there is none.
  [[nodiscard]] std::unique_ptr<Run> take(std::string_view id);
  [[nodiscard]] const Scenario* find(std::string_view id) const;

 private:
  std::vector<std::unique_ptr<Run>> runs_;
};

}  // namespace interleave
