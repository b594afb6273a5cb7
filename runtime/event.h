#pragma once

#include <cstdint>
#include <limits>

namespace interleave {

/// Identifies a task within one run; numbered from 1 in order of creation.
using TaskId = std::uint32_t;
/// The program itself: the main thread outside every task.
inline constexpr TaskId kProgram = 0;
/// Says that an event is nobody's (the loop's own, a timer's).
inline constexpr TaskId kNoTask = std::numeric_limits<std::uint32_t>::max();

/// Index of a text in an EventLog; 0 is the absent text.
using TextId = std::uint32_t;
inline constexpr TextId kNoText = 0;

/// Timers, waits, resources, jobs and resource changes are numbered from 1; 0 is none.
using TimerId = std::uint32_t;
using WaitId = std::uint32_t;
using ResourceId = std::uint32_t;
using JobId = std::uint32_t;
using ChangeId = std::uint32_t;

/// What happened. The comment gives what Event::code, a and b mean for the kind.
enum class Kind : std::uint8_t {
  program_started,
  program_finished,
  program_stopped,  // duration(): until_ns
  program_failed,   // a: error text
  loop_started,
  loop_stopped,
  iteration_started,  // a: handles that this iteration will run
  clock_advanced,     // duration(): from_ns
  timer_set,          // a: timer
  timer_fired,        // a: timer
  timer_cancelled,    // a: timer
  callback_ran,       // code: CallbackKind, a: of (timer, job or task; 0: absent)
  callback_skipped,   // as callback_ran
  task_created,       // task: the new one; see TaskInfo
  task_ready,         // code: Cause, a: by
  task_started,       // a: thrown (text)
  task_resumed,       // a: thrown (text)
  task_suspended,     // code: Reason, a: on (task, wait, resource, job or timer, by reason)
  wait_on,            // a: wait
  cancel_requested,   // a: by, b: count
  cancel_uncounted,   // a: by, b: count
  task_finished,      // a: result (text)
  task_failed,        // a: error (text)
  task_cancelled,
  coroutine_entered,  // a: name (text)
  coroutine_left,     // a: name (text), b: error (text)
  worked,             // duration(): duration_ns
  blocked,            // duration(): duration_ns
  output,             // a: text
  resource_created,   // a: resource
  resource_changed,   // a: change
  job_submitted,      // a: job
  job_started,        // a: job
  job_waiting,        // a: job
  job_finished,       // a: job
  warning,            // a: text
};
inline constexpr int kKindCount = static_cast<int>(Kind::warning) + 1;

/// Why a task gave the thread up: what the innermost frame of the listing awaits.
enum class Reason : std::uint8_t {
  yield,   // on: none
  sleep,   // on: a timer
  task,    // on: a task
  future,  // on: a resource
  gather,  // on: a wait (and for every reason up to shield; see WaitInfo::alone)
  group,
  wait,
  wait_for,
  as_completed,
  shield,
  queue_get,  // on: a resource (and for every reason up to barrier)
  queue_put,
  queue_join,
  semaphore,
  lock,
  event,
  condition,
  barrier,
  job,         // on: a job
  call,        // on: a task
  nested_run,  // on: a task
};
inline constexpr int kReasonCount = static_cast<int>(Reason::nested_run) + 1;

/// What put a task back on the ready queue.
enum class Cause : std::uint8_t {
  yield,
  timer,
  task,
  future,
  gather,
  group,
  wait,
  as_completed,
  shield,
  item,
  slot,
  join,
  released,
  set,
  notified,
  tripped,
  cancel,
  job,
  timeout,
};
inline constexpr int kCauseCount = static_cast<int>(Cause::timeout) + 1;

/// Whose handle a callback was, when it is no task's step.
enum class CallbackKind : std::uint8_t {
  timer,   // of: a timer
  job,     // of: a job
  gather,  // of: a task (and for every kind up to run)
  group,
  wait,
  as_completed,
  wait_for,
  shield,
  run,   // run_until_complete's own done-callback
  call,  // call_soon; of: none
};
inline constexpr int kCallbackKindCount = static_cast<int>(CallbackKind::call) + 1;

enum class TimerPurpose : std::uint8_t { sleep, timeout, wait_for, wait, call };
inline constexpr int kTimerPurposeCount = static_cast<int>(TimerPurpose::call) + 1;

enum class ResourceType : std::uint8_t {
  queue,
  semaphore,
  lock,
  event,
  condition,
  barrier,
  future,
  server,
  pool,
};
inline constexpr int kResourceTypeCount = static_cast<int>(ResourceType::pool) + 1;

/// One thing that happened: a fixed-size record. Its place in the EventLog is its `seq`. Texts, and
/// what is said once for each task, timer, wait, resource and job, stand in the log's tables.
struct Event {
  /// The loop's clock, nanoseconds since the program started.
  std::int64_t t_ns = 0;
  /// How many times the loop has gone round; 0 before the first and without a loop.
  std::uint32_t iteration = 0;
  /// How many times a task has been given the thread so far.
  std::uint32_t step = 0;
  /// Whose event it is; kProgram, or kNoTask where it is nobody's.
  TaskId task = kNoTask;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  /// The line of the listing it stands on, from 1; 0 is absent.
  std::uint16_t line = 0;
  Kind kind = Kind::program_started;
  /// Reason, Cause or CallbackKind, by kind.
  std::uint8_t code = 0;

  /// The 64-bit value that `a` and `b` hold together: a duration or a point in time, nanoseconds.
  [[nodiscard]] constexpr std::int64_t duration() const {
    return static_cast<std::int64_t>((static_cast<std::uint64_t>(b) << 32U) | a);
  }
  constexpr void set_duration(std::int64_t ns) {
    a = static_cast<std::uint32_t>(static_cast<std::uint64_t>(ns));
    b = static_cast<std::uint32_t>(static_cast<std::uint64_t>(ns) >> 32U);
  }
  [[nodiscard]] constexpr Reason reason() const { return static_cast<Reason>(code); }
  [[nodiscard]] constexpr Cause cause() const { return static_cast<Cause>(code); }
  [[nodiscard]] constexpr CallbackKind callback() const { return static_cast<CallbackKind>(code); }

  friend constexpr bool operator==(const Event&, const Event&) = default;
};

static_assert(sizeof(Event) == 32, "an event is at most 32 bytes: a million of them are 32 MB");
static_assert(alignof(Event) == 8);

/// One of the three ends of a task.
[[nodiscard]] constexpr bool is_end(Kind kind) {
  return kind == Kind::task_finished || kind == Kind::task_failed || kind == Kind::task_cancelled;
}
/// A task is given the thread.
[[nodiscard]] constexpr bool begins_step(Kind kind) {
  return kind == Kind::task_started || kind == Kind::task_resumed;
}
/// The last event of a run.
[[nodiscard]] constexpr bool ends_program(Kind kind) {
  return kind == Kind::program_finished || kind == Kind::program_stopped ||
         kind == Kind::program_failed;
}

}  // namespace interleave
