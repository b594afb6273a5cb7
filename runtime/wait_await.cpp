#include "runtime/wait_await.h"

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
  std::unordered_set<TaskId> known;
  for (const auto& future : futures) {
    const TaskId id = future->task_id();
    if (id != kProgram && known.insert(id).second) {
      ids.push_back(id);
    }
  }
  return ids;
}

}  // namespace interleave
