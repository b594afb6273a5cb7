#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "app/trace/comparison.h"
#include "app/trace/narration.h"
#include "app/trace/spans.h"
#include "app/trace/state.h"
#include "app/trace/stops.h"
#include "app/trace/trace.h"
#include "app/trace/words.h"

/// What must hold of every trace, whatever made it: written by hand, by the runtime or by CPython.
/// It needs no test framework, so that every kind of test can ask.
namespace interleave::test {

/// Collects what is broken, as sentences with the event; at most a few of them.
class InvariantCheck {
 public:
  explicit InvariantCheck(const Trace& trace) : trace_(trace) {}

  std::vector<std::string> run() {
    check_balance();
    StateReader reader(trace_);
    for (Seq seq = 0; seq < trace_.size() && broken_.size() < 5; ++seq) {
      check_key(seq);
      const State& state = reader.at(seq);
      check_lifetimes(state);
      check_thread(state);
      check_narration(state);
    }
    check_queue_order();
    return broken_;
  }

 private:
  void expect(bool holds, Seq seq, const std::string& what) {
    if (!holds) {
      broken_.push_back("event " + std::to_string(seq) + ": " + what);
    }
  }

  void check_balance() {
    const Balance b = balance_of(trace_);
    expect(b.total_ns == b.computing_ns + b.waiting_ns - b.overlap_cc_ns - b.overlap_pp_ns -
                             b.overlap_cp_ns + b.neither_ns,
           0, "the balance does not come out");
    expect(b.total_ns == b.worked_ns + b.blocked_ns + b.idle_ns, 0,
           "the thread's time does not come out");
  }

  void check_key(Seq seq) {
    if (seq == 0) {
      return;
    }
    const Event& before = trace_[seq - 1];
    const Event& event = trace_[seq];
    expect(event.t_ns >= before.t_ns, seq, "the time falls");
    expect(event.iteration >= before.iteration, seq, "the iteration falls");
    expect(event.step == before.step + (begins_step(event.kind) ? 1 : 0), seq, "a wrong step");
    const bool spends = before.kind == Kind::worked || before.kind == Kind::blocked;
    expect(!spends || event.t_ns >= std::min(before.t_ns + before.duration(), trace_.end_ns()), seq,
           "it stands before the end of what was worked");
  }

  void check_lifetimes(const State& state) {
    for (TaskId task = 1; task <= state.tasks.size(); ++task) {
      const TaskStatus& status = state.task(task);
      const Seq created = trace_.created_at(task);
      if (created > state.seq) {
        continue;
      }
      const Seq ended = trace_.ended_at(task);
      const std::int64_t until_ns = ended <= state.seq ? trace_[ended].t_ns : state.t_ns;
      expect(status.running_ns + status.ready_ns + status.suspended_ns ==
                 until_ns - trace_[created].t_ns,
             state.seq, "running, ready and suspended are not the lifetime");
    }
  }

  void check_thread(const State& state) {
    const auto all = state.tasks.going_on();
    const auto running = std::count_if(all.begin(), all.end(), [&](TaskId task) {
      return state.task(task).state == TaskState::running;
    });
    expect(running == (state.running == kNoTask ? 0 : 1), state.seq, "more than one task runs");
  }

  /// What is said to run next does run next.
  void check_narration(const State& state) {
    const std::string next = narrate(trace_, state, Depth::happened).next;
    Seq deed = state.seq + 1;
    while (deed < trace_.size() && !begins_step(trace_[deed].kind) &&
           trace_[deed].kind != Kind::clock_advanced) {
      ++deed;
    }
    const bool is_step = deed < trace_.size() && begins_step(trace_[deed].kind);
    for (const std::string verb : {"resumes ", "starts "}) {
      if (next.find("the loop " + verb) == std::string::npos) {
        continue;
      }
      const Kind kind = verb == "starts " ? Kind::task_started : Kind::task_resumed;
      const bool is_true =
          is_step && trace_[deed].kind == kind &&
          next.find(verb + words::task(trace_, trace_[deed].task)) != std::string::npos;
      expect(is_true, state.seq, "untrue: " + next);
    }
    if (next.find(" waits until") != std::string::npos) {
      expect(deed < trace_.size() && !is_step, state.seq, "untrue: " + next);
    }
  }

  void check_queue_order() {
    if (!has_loop(trace_)) {
      return;
    }
    StateReader reader(trace_);
    for (std::uint32_t step = 1; trace_.step_begin(step) < trace_.size(); ++step) {
      const Seq begin = trace_.step_begin(step);
      const State& before = reader.at(begin - 1);
      expect(!before.ready.empty() && before.ready.front().task == trace_[begin].task, begin,
             "it runs before the first in the ready queue");
    }
  }

  const Trace& trace_;
  std::vector<std::string> broken_;
};

/// Empty when everything holds.
[[nodiscard]] inline std::vector<std::string> broken_invariants(const Trace& trace) {
  return InvariantCheck(trace).run();
}

}  // namespace interleave::test
