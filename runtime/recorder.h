#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/clock.h"
#include "runtime/event_log.h"
#include "runtime/interpreter_lock.h"
#include "runtime/limits.h"

namespace interleave {

class Strand;

/// Writes events: knows the time, the iteration, the step and who has the thread.
class Recorder {
 public:
  Recorder(std::shared_ptr<EventLog> log, std::unique_ptr<Clock> clock, Limits limits);

  /// A new event of that kind, its key filled in; `task` and `line` are those given. What else it
  /// says is filled in by the caller, before the next. Throws RunEnded when a limit is reached;
  /// from then on nothing more is recorded.
  Event& record(Kind kind, TaskId task, std::uint16_t line);
  /// An event of whoever has the thread, at its line.
  Event& record_here(Kind kind);
  /// The loop's own.
  Event& record(Kind kind) { return record(kind, kNoTask, 0); }
  /// The same as record(), said in one go: for what happens with every step.
  void put(Kind kind, std::uint8_t code, TaskId task, std::uint16_t line, std::uint32_t a) {
    if (!log_->at_stop() || make_room()) [[likely]] {
      log_->put(kind, code, task, line, a, step);
    }
  }
  /// A bare yield: suspended, and ready again at once.
  void put_yield(TaskId task, std::uint16_t line) {
    if (log_->room_for_two()) [[likely]] {
      log_->put_yield(task, line, step);
    } else {
      put_yield_apart(task, line);
    }
  }
  /// A warning, also while what is left of the program is swept up. Throws nothing, so that
  /// destructors may complain: whoever drives the program asks whether its run is over.
  void complain(TaskId task, std::string_view text) noexcept;
  /// The run's last event; later ones are dropped. Never refused.
  Event& record_end(Kind kind);

  [[nodiscard]] EventLog& log() { return *log_; }
  [[nodiscard]] const std::shared_ptr<EventLog>& shared_log() const { return log_; }
  TextId intern(std::string_view text) { return log_->intern(text); }

  [[nodiscard]] std::int64_t now_ns() const { return now_ns_; }
  [[nodiscard]] std::int64_t until_ns() const { return until_ns_; }
  /// Reads the clock; to be called before each handle, so that recording itself need not.
  void refresh_time() {
    if (live_) {
      set_now(clock_->now_ns());
    }
  }
  [[nodiscard]] bool wait_until(std::int64_t t_ns);
  /// The running code holds the thread that long: `worked` or `blocked`. Work needs the
  /// interpreter's lock: while a job computes in a thread, it is blocked first.
  void spend(Kind kind, std::int64_t duration_ns);

  /// Who has the thread; nullptr while a callback or the loop itself runs.
  Strand* current = nullptr;
  /// Counts the steps.
  std::uint32_t step = 0;
  /// Of the whole program: its loops, and the jobs in its threads.
  InterpreterLock interpreter;

  [[nodiscard]] std::uint32_t iteration() const { return iteration_; }
  void set_iteration(std::uint32_t iteration) {
    iteration_ = iteration;
    log_->stop();
  }

  enum class Ended : std::uint8_t { no, sweeping, event_limit, end_time, closed };
  [[nodiscard]] Ended ended() const { return ended_; }
  /// The program has ended by itself: what is left of it only complains from here on.
  void sweep();
  /// Nothing is recorded any more (the program is being taken apart).
  void close();
  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] bool may_record() const {
    return ended_ == Ended::no && log_->size() < last_event_ && now_ns_ < until_ns_;
  }
  [[nodiscard]] Ended limit_reached() const {
    return now_ns_ >= until_ns_ ? Ended::end_time : Ended::event_limit;
  }
  bool make_room();
  void put_yield_apart(TaskId task, std::uint16_t line);
  Event& refuse();
  // What put() has been prepared for no longer holds.
  void set_now(std::int64_t now_ns) {
    now_ns_ = now_ns;
    log_->stop();
  }

  std::shared_ptr<EventLog> log_;
  std::unique_ptr<Clock> clock_;
  Limits limits_;
  /// Where the run's last event stands at the latest: the one that says that it has ended.
  std::uint64_t last_event_;
  std::int64_t until_ns_;
  std::int64_t now_ns_ = 0;
  std::uint32_t iteration_ = 0;
  bool live_;
  Ended ended_ = Ended::no;
  Event scratch_;
};

}  // namespace interleave
