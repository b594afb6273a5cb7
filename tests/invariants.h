#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "runtime/event_log.h"
#include "runtime/event_names.h"

/// What must hold of every run's events, read off the log itself: no state, span or narration that
/// is derived from it is asked. It needs no test framework, so that every kind of test can ask.
namespace interleave::test {

/// Goes through a log once and collects what is broken, as sentences; at most a few of them.
class LogCheck {
 public:
  explicit LogCheck(const EventLog& log) : log_(log), tasks_(log.task_count() + 1) {}

  std::vector<std::string> run() {
    expect(!log_.empty() && log_[0].kind == Kind::program_started, "it does not start");
    for (seq_ = 0; seq_ < log_.size() && broken_.size() < 5; ++seq_) {
      const Event& event = log_[seq_];
      check_key(event);
      check_end(event);
      spend_until(event.t_ns);
      follow(event);
    }
    return broken_;
  }

 private:
  enum class State : std::uint8_t { unborn, ready, running, suspended, ended };
  struct TaskLife {
    State state = State::unborn;
    std::int64_t born_ns = 0;
    std::array<std::int64_t, 5> spent_ns{};
  };
  /// What is seen to be put on the ready queue: a task's step, a timer's or a job's handle.
  struct Queued {
    Kind kind;
    std::uint32_t id;
  };

  void expect(bool holds, const std::string& what) {
    if (!holds) {
      broken_.push_back("event " + std::to_string(seq_) + ": " + what);
    }
  }

  void check_key(const Event& event) {
    if (seq_ == 0) {
      expect(event.t_ns == 0 && event.iteration == 0 && event.step == 0, "it starts late");
      return;
    }
    const Event& before = log_[seq_ - 1];
    expect(event.t_ns >= before.t_ns, "the time falls");
    expect(event.iteration == before.iteration || event.iteration == before.iteration + 1,
           "an iteration is passed over");
    expect(event.step == before.step + (begins_step(event.kind) ? 1U : 0U), "a wrong step");
    const bool spends = before.kind == Kind::worked || before.kind == Kind::blocked;
    const bool moves = spends || event.kind == Kind::clock_advanced;
    expect(moves || event.t_ns == before.t_ns || event.kind == Kind::program_stopped,
           "the time moves though nobody works and the loop does not idle");
    expect(!spends || event.t_ns == before.t_ns + before.duration() ||
               event.kind == Kind::program_stopped,
           "it does not stand at the end of what was worked");
  }

  void check_end(const Event& event) {
    const bool last = seq_ + 1 == log_.size();
    expect(ends_program(event.kind) == last, last ? "it does not end" : "it goes on after its end");
    if (event.kind == Kind::program_finished) {
      expect(pending_in_iteration_ == 0, "an iteration was not finished");
    }
  }

  /// Time passes for every task, in the state it is in.
  void spend_until(std::int64_t t_ns) {
    if (t_ns == now_ns_) {
      return;
    }
    for (TaskLife& life : tasks_) {
      life.spent_ns[static_cast<std::size_t>(life.state)] += t_ns - now_ns_;
    }
    now_ns_ = t_ns;
  }

  void follow(const Event& event) {
    switch (event.kind) {
      case Kind::iteration_started:
        expect(pending_in_iteration_ == 0, "an iteration was not finished");
        pending_in_iteration_ = event.a;
        has_loop_ = true;
        break;
      case Kind::loop_stopped:
        queue_.clear();  // what was left there is not run any more
        break;
      case Kind::timer_fired:
      case Kind::job_finished:
        queue_.push_back({event.kind, event.a});
        break;
      case Kind::callback_ran:
      case Kind::callback_skipped:
        follow_callback(event);
        break;
      case Kind::output:
      case Kind::worked:
      case Kind::blocked:
        expect(event.task == running_ || is_said_by_a_job(event),
               "who does it does not have the thread");
        break;
      default:
        follow_task(event);
    }
  }

  /// What a job printed is told with its end, just before it.
  [[nodiscard]] bool is_said_by_a_job(const Event& event) const {
    std::uint64_t next = seq_ + 1;
    while (next < log_.size() && log_[next].kind == Kind::output && log_[next].line == 0) {
      ++next;
    }
    return event.kind == Kind::output && event.line == 0 && next < log_.size() &&
           (log_[next].kind == Kind::job_finished || ends_program(log_[next].kind));
  }

  void follow_callback(const Event& event) {
    expect(running_ == kProgram, "a callback runs while a task has the thread");
    take_handle();
    if (event.callback() == CallbackKind::timer) {
      take_queued({Kind::timer_fired, event.a});
    } else if (event.callback() == CallbackKind::job) {
      take_queued({Kind::job_finished, event.a});
    }
  }

  void follow_task(const Event& event) {
    if (event.kind == Kind::task_created) {
      tasks_[event.task].born_ns = event.t_ns;
      change(event, State::unborn, State::ready);
      queue_.push_back({Kind::task_ready, event.task});
    } else if (event.kind == Kind::task_ready) {
      change(event, State::suspended, State::ready);
      if (!ends_nested_run(event)) {
        queue_.push_back({Kind::task_ready, event.task});
      }
    } else if (begins_step(event.kind)) {
      expect(running_ == kProgram, "more than one task runs");
      change(event, State::ready, State::running);
      running_ = event.task;
      if (ends_nested_run(event)) {
        leave_nested_run();
      } else {
        take_handle();
        take_queued({Kind::task_ready, event.task});
      }
    } else if (event.kind == Kind::task_suspended) {
      change(event, State::running, State::suspended);
      running_ = kProgram;
      if (event.reason() == Reason::nested_run) {
        nested_.push_back({event.task, std::exchange(pending_in_iteration_, 0U)});
      }
    } else if (is_end(event.kind)) {
      change(event, State::running, State::ended);
      running_ = kProgram;
      check_lifetime(event);
    }
  }

  void change(const Event& event, State from, State to) {
    TaskLife& life = tasks_[event.task];
    expect(life.state == from, std::string(name_of(event.kind)) + " of a task in the wrong state");
    life.state = to;
  }

  void check_lifetime(const Event& event) {
    const TaskLife& life = tasks_[event.task];
    const auto spent = [&life](State state) {
      return life.spent_ns[static_cast<std::size_t>(state)];
    };
    expect(spent(State::running) + spent(State::ready) + spent(State::suspended) ==
               event.t_ns - life.born_ns,
           "running, ready and suspended are not the lifetime");
  }

  /// The caller of a nested run does not wait in the ready queue: it goes on at once, in the midst
  /// of the iteration that it has interrupted.
  [[nodiscard]] bool ends_nested_run(const Event& event) const {
    return !nested_.empty() && nested_.back().caller == event.task;
  }
  void leave_nested_run() {
    expect(pending_in_iteration_ == 0, "a nested iteration was not finished");
    pending_in_iteration_ = nested_.back().pending_in_iteration;
    nested_.pop_back();
  }

  void take_handle() {
    if (has_loop_) {
      expect(pending_in_iteration_ > 0, "more handles run than were ready");
      pending_in_iteration_ -= pending_in_iteration_ > 0 ? 1 : 0;
    }
  }

  /// Without a loop there is no queue: a call runs at once.
  void take_queued(const Queued& ran) {
    if (!has_loop_) {
      return;
    }
    const bool first =
        !queue_.empty() && queue_.front().kind == ran.kind && queue_.front().id == ran.id;
    expect(first, "it runs before the first in the ready queue");
    if (!queue_.empty()) {
      queue_.pop_front();
    }
  }

  const EventLog& log_;
  std::vector<TaskLife> tasks_;
  std::deque<Queued> queue_;
  struct NestedRun {
    TaskId caller;
    std::uint32_t pending_in_iteration;
  };
  std::vector<NestedRun> nested_;
  std::vector<std::string> broken_;
  std::uint64_t seq_ = 0;
  std::int64_t now_ns_ = 0;
  std::uint32_t pending_in_iteration_ = 0;
  TaskId running_ = kProgram;
  bool has_loop_ = false;
};

/// Empty when everything holds of a run that has ended.
[[nodiscard]] inline std::vector<std::string> broken_rules(const EventLog& log) {
  return LogCheck(log).run();
}

}  // namespace interleave::test
