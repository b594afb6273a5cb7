#include "runtime/deadlock.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "runtime/event_names.h"
#include "runtime/loop.h"
#include "runtime/task.h"

namespace interleave {

namespace {

using Tasks = std::vector<TaskBase*>;

std::string name_of_task(const Loop& loop, TaskId id) {
  const EventLog& log = loop.recorder().log();
  return id == kProgram ? "the program" : std::string(log.text(log.task(id).name));
}

bool is_on_resource(Reason reason) {
  return reason == Reason::future || (reason >= Reason::queue_get && reason <= Reason::barrier);
}

// What it waits for: a task, a resource, a wait; its reason where that has no name.
std::string waited_for(const Loop& loop, const TaskBase& task) {
  const EventLog& log = loop.recorder().log();
  const Reason reason = task.reason();
  if (task.on() == 0 || reason == Reason::sleep) {
    return std::string(name_of(reason));
  }
  if (reason == Reason::task || reason == Reason::call || reason == Reason::nested_run) {
    return name_of_task(loop, task.on());
  }
  if (reason == Reason::job) {
    return "job " + std::to_string(task.on());
  }
  return std::string(
      log.text(is_on_resource(reason) ? log.resource(task.on()).name : log.wait(task.on()).name));
}

// Who has held longest what it waits for.
std::optional<TaskId> holder(const Loop& loop, const TaskBase& task) {
  if (!is_on_resource(task.reason()) || task.on() == 0) {
    return std::nullopt;
  }
  const TaskId* first = loop.holders().first(task.on());
  return first == nullptr ? std::nullopt : std::optional(*first);
}

const TaskBase* find(const Tasks& tasks, std::optional<TaskId> id) {
  const auto found = std::find_if(tasks.begin(), tasks.end(),
                                  [id](const TaskBase* task) { return task->id() == id; });
  return found == tasks.end() ? nullptr : *found;
}

// The tasks from `first` back to it, each waiting for what the next one holds; none if there is no
// such cycle.
std::vector<const TaskBase*> cycle_from(const Loop& loop, const TaskBase* first,
                                        const Tasks& tasks) {
  std::vector<const TaskBase*> cycle{first};
  while (true) {
    const TaskBase* next = find(tasks, holder(loop, *cycle.back()));
    if (next == first) {
      return cycle;
    }
    if (next == nullptr || std::find(cycle.begin(), cycle.end(), next) != cycle.end()) {
      return {};
    }
    cycle.push_back(next);
  }
}

std::string told_cycle(const Loop& loop, const std::vector<const TaskBase*>& cycle) {
  const TaskBase& first = *cycle.front();
  std::string said = name_of_task(loop, first.id()) + " holds " + waited_for(loop, *cycle.back()) +
                     ", waits for " + waited_for(loop, first);
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    said += ", held by " + name_of_task(loop, cycle[i]->id()) + ", which waits for " +
            waited_for(loop, *cycle[i]);
  }
  return said;
}

std::string told(const Loop& loop, const TaskBase& task, const Tasks& tasks) {
  std::string said = name_of_task(loop, task.id()) + " waits for " + waited_for(loop, task);
  if (const std::optional<TaskId> held_by = holder(loop, task)) {
    said += ", held by " + name_of_task(loop, *held_by);
    said += find(tasks, held_by) == nullptr ? ", which has ended" : "";
  }
  return said;
}

}  // namespace

std::string describe_deadlock(const Loop& loop) {
  const Tasks tasks = loop.live_tasks();
  if (tasks.empty()) {
    return "deadlock: nothing is ready, no timer is set and no job is under way";
  }
  for (const TaskBase* task : tasks) {
    if (const auto cycle = cycle_from(loop, task, tasks); !cycle.empty()) {
      return "deadlock: " + told_cycle(loop, cycle);
    }
  }
  std::string said = "deadlock: ";
  for (const TaskBase* task : tasks) {
    said += (task == tasks.front() ? "" : "; ") + told(loop, *task, tasks);
  }
  return said;
}

}  // namespace interleave
