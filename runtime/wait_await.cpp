#include "runtime/wait_await.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "runtime/event_names.h"
#include "runtime/loop.h"

namespace interleave {

Suspension WaitAwait::suspension() const {
  WaitInfo info;
  info.name = name_ == kNoText ? name_wait(future().loop(), type_) : name_;
  info.type = type_;
  info.members = members_;
  const WaitId wait = future().loop().recorder().log().add(std::move(info));
  return {reason_, wait, wait};
}

TextId name_wait(Loop& loop, WaitType type) {
  return loop.recorder().log().unique_name(EventLog::Family::wait, name_of(type));
}

std::vector<TaskId> tasks_among(const std::vector<Ref<FutureBase>>& futures) {
  std::vector<TaskId> ids;
  ids.reserve(futures.size());
  for (const auto& future : futures) {
    if (const TaskId id = future->task_id(); id != kProgram) {
      ids.push_back(id);
    }
  }
  const auto not_ascending = std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>());
  if (not_ascending != ids.end()) {  // else each is there once
    std::unordered_set<TaskId> known;
    std::erase_if(ids, [&known](TaskId id) { return !known.insert(id).second; });
  }
  return ids;
}

}  // namespace interleave
