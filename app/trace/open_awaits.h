#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "runtime/event.h"

namespace interleave {

/// Which coroutines each task has entered by `await` and not left, at any point of a run, without
/// going through what was before: each entry knows the one that it stands in.
class OpenAwaits {
 public:
  /// The next event of the run; `seq` is its place.
  void add(std::uint64_t seq, const Event& event);
  /// The `coroutine_entered` of those that are open after event `seq`, outermost first.
  [[nodiscard]] std::vector<std::uint32_t> at(TaskId task, std::uint64_t seq) const;
  void shrink_to_fit();

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Change {
    std::uint32_t seq;
    // Place of the innermost entry that is open after it.
    std::uint32_t innermost;
  };
  std::unordered_map<TaskId, std::vector<Change>> changes_;
};

}  // namespace interleave
