#pragma once

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "runtime/event.h"

namespace interleave {

/// Who holds which lock, semaphore, condition, server: what a deadlock is told by.
class Holders {
 public:
  void took(ResourceId resource, TaskId task) { holders_[resource].push_back(task); }
  /// Takes `task` off, or else whoever has held it longest: it may be another than the one that
  /// took it.
  void gave_back(ResourceId resource, TaskId task) {
    std::vector<TaskId>& held_by = holders_[resource];
    const auto found = std::find(held_by.begin(), held_by.end(), task);
    if (found != held_by.end()) {
      held_by.erase(found);
    } else if (!held_by.empty()) {
      held_by.erase(held_by.begin());
    }
  }
  /// Of those that hold it, the one that took it first; nullptr if nobody does.
  [[nodiscard]] const TaskId* first(ResourceId resource) const {
    const auto found = holders_.find(resource);
    return found == holders_.end() || found->second.empty() ? nullptr : &found->second.front();
  }

 private:
  std::unordered_map<ResourceId, std::vector<TaskId>> holders_;
};

}  // namespace interleave
