#include "runtime/event_names.h"

#include <array>
#include <cstddef>

namespace interleave {

namespace {

constexpr std::array<std::string_view, kKindCount> kKinds = {
    "program_started",   "program_finished", "program_stopped",
    "program_failed",    "loop_started",     "loop_stopped",
    "iteration_started", "clock_advanced",   "timer_set",
    "timer_fired",       "timer_cancelled",  "callback_ran",
    "callback_skipped",  "task_created",     "task_ready",
    "task_started",      "task_resumed",     "task_suspended",
    "wait_on",           "cancel_requested", "cancel_uncounted",
    "task_finished",     "task_failed",      "task_cancelled",
    "coroutine_entered", "coroutine_left",   "worked",
    "blocked",           "output",           "resource_created",
    "resource_changed",  "job_submitted",    "job_started",
    "job_waiting",       "job_finished",     "warning",
};
constexpr std::array<std::string_view, kReasonCount> kReasons = {
    "yield",    "sleep",        "task",      "future",    "gather",    "group",      "wait",
    "wait_for", "as_completed", "shield",    "queue_get", "queue_put", "queue_join", "semaphore",
    "lock",     "event",        "condition", "barrier",   "job",       "call",       "nested_run",
};
constexpr std::array<std::string_view, kCauseCount> kCauses = {
    "yield",        "timer",   "task",   "future", "gather",  "group",    "wait",
    "as_completed", "shield",  "item",   "slot",   "join",    "released", "set",
    "notified",     "tripped", "cancel", "job",    "timeout",
};
constexpr std::array<std::string_view, kCallbackKindCount> kCallbacks = {
    "timer", "job", "gather", "group", "wait", "as_completed", "wait_for", "shield", "run", "call",
};
constexpr std::array<std::string_view, kTimerPurposeCount> kPurposes = {
    "sleep", "timeout", "wait_for", "wait", "call",
};
constexpr std::array<std::string_view, kWaitTypeCount> kWaitTypes = {
    "gather",
    "group",
    "wait",
    "as_completed",
};
constexpr std::array<std::string_view, kResourceTypeCount> kResourceTypes = {
    "queue", "semaphore", "lock", "event", "condition", "barrier", "future", "server", "pool",
};

template <class Table, class Enum>
std::string_view look_up(const Table& table, Enum value) {
  return table.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view name_of(Kind kind) { return look_up(kKinds, kind); }
std::string_view name_of(Reason reason) { return look_up(kReasons, reason); }
std::string_view name_of(Cause cause) { return look_up(kCauses, cause); }
std::string_view name_of(CallbackKind kind) { return look_up(kCallbacks, kind); }
std::string_view name_of(TimerPurpose purpose) { return look_up(kPurposes, purpose); }
std::string_view name_of(WaitType type) { return look_up(kWaitTypes, type); }
std::string_view name_of(ResourceType type) { return look_up(kResourceTypes, type); }

std::optional<Kind> kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == name) {
      return static_cast<Kind>(i);
    }
  }
  return std::nullopt;
}

}  // namespace interleave
