#pragma once

#include <string>
#include <vector>

#include "app/trace/narration.h"

namespace interleave {

/// Follows the chain of who waits for whom. Every clause begins with a verb, so that it can stand
/// after a name, after "which" and after "It".
class WhyChain {
 public:
  WhyChain(const Trace& trace, const State& state) : trace_(trace), state_(state) {}
  /// What keeps a task from running, followed to its end; empty where the chain comes back to a
  /// task that was named before.
  std::string clause(TaskId task);
  [[nodiscard]] WhyEnd end() const { return end_; }
  [[nodiscard]] TaskId by() const { return by_; }

 private:
  [[nodiscard]] bool is_task(TaskId task) const;
  /// The chain ends here, unless it has ended before (of several, with the first).
  std::string ends(std::string text, WhyEnd end, TaskId by = kNoTask);
  std::string clause_of(TaskId task, const TaskStatus& status);
  /// Whoever waits for what is over is about to be put on the ready queue.
  [[nodiscard]] WhyEnd over(TaskId task) const;
  std::string ready(TaskId task);
  std::string without_loop(TaskId task, const TaskStatus& status);
  std::string entry(const ReadyEntry& before) const;
  [[nodiscard]] std::string holds_thread() const;
  std::string suspended(TaskId task, const TaskStatus& status);
  /// "anna, which sleeps until 2.0 s: 0.8 s from now"
  std::string which(TaskId task);
  std::string calling(TaskId on);
  std::string sleeping(const TaskStatus& status);
  /// For futures that are no tasks: the jobs of its own that are under way, if there are any.
  std::string on_futures(TaskId task, const TaskStatus& status);
  [[nodiscard]] bool submitted_any(TaskId task) const;
  /// "all 3 tasks of its gather have ended"
  [[nodiscard]] std::string end_of_all(const TaskStatus& status, std::size_t count) const;
  std::string several(TaskId task, const TaskStatus& status);
  /// Its own clause, not followed any further.
  [[nodiscard]] std::string in_brief(TaskId task) const;
  std::string on_job(const TaskStatus& status);
  std::string job_clause(JobId id);
  std::string on_resource(TaskId task, const TaskStatus& status);
  /// "holds the lock right and ", when it does: that is what makes a circle. Of the links after the
  /// first it has been said.
  [[nodiscard]] std::string held_by(TaskId task, ResourceId wanted) const;
  std::string holders(TaskId task, const TaskStatus& status);
  /// A holder, followed further; it may have left what it took to a timer.
  std::string held(TaskId holder, bool alone = false);

  const Trace& trace_;
  const State& state_;
  std::vector<TaskId> path_;
  WhyEnd end_ = WhyEnd::none;
  TaskId by_ = kNoTask;
};

}  // namespace interleave
