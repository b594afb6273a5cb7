#include "app/trace/open_awaits.h"

#include <algorithm>

namespace interleave {

void OpenAwaits::add(std::uint64_t seq, const Event& event) {
  const auto at = static_cast<std::uint32_t>(seq);
  if (event.kind == Kind::coroutine_entered) {
    auto& changes = changes_[event.task];
    changes.push_back({at, static_cast<std::uint32_t>(changes.size())});
  } else if (event.kind == Kind::coroutine_left) {
    auto& changes = changes_[event.task];
    const std::uint32_t left = changes.empty() ? kNone : changes.back().innermost;
    // What is left stood in what was open before it was entered.
    const std::uint32_t around = left == kNone || left == 0 ? kNone : changes[left - 1].innermost;
    changes.push_back({at, around});
  }
}

std::vector<std::uint32_t> OpenAwaits::at(TaskId task, std::uint64_t seq) const {
  const auto of_task = changes_.find(task);
  if (of_task == changes_.end()) {
    return {};
  }
  const auto& changes = of_task->second;
  const auto after =
      std::upper_bound(changes.begin(), changes.end(), seq,
                       [](std::uint64_t wanted, const Change& each) { return wanted < each.seq; });
  std::uint32_t open = after == changes.begin() ? kNone : (after - 1)->innermost;
  std::vector<std::uint32_t> entries;
  while (open != kNone) {
    entries.push_back(changes[open].seq);
    open = open == 0 ? kNone : changes[open - 1].innermost;
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

void OpenAwaits::shrink_to_fit() {
  for (auto& [task, changes] : changes_) {
    changes.shrink_to_fit();
  }
}

}  // namespace interleave
