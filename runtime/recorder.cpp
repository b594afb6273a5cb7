#include "runtime/recorder.h"

#include <utility>

#include "runtime/errors.h"
#include "runtime/strand.h"

namespace interleave {

Recorder::Recorder(std::shared_ptr<EventLog> log, std::unique_ptr<Clock> clock, Limits limits)
    : log_(std::move(log)),
      clock_(std::move(clock)),
      limits_(limits),
      last_event_(limits.events > 0 ? limits.events - 1 : 0),
      until_ns_(limits.until_ns),
      live_(clock_->live()) {}

Event& Recorder::record(Kind kind, TaskId task, std::uint16_t line) {
  if (!may_record()) {
    return refuse();
  }
  Event& event = log_->append();
  event.t_ns = now_ns_;
  event.iteration = iteration_;
  event.step = step;
  event.task = task;
  event.line = line;
  event.kind = kind;
  return event;
}

// At a stop of the log: whether there is a place for another event.
bool Recorder::make_room() {
  if (!may_record()) {
    refuse();
    return false;
  }
  log_->prepare({now_ns_, iteration_, step}, last_event_ - log_->size());
  return true;
}

void Recorder::put_yield_apart(TaskId task, std::uint16_t line) {
  put(Kind::task_suspended, static_cast<std::uint8_t>(Reason::yield), task, line, 0);
  put(Kind::task_ready, static_cast<std::uint8_t>(Cause::yield), task, line, task);
}

Event& Recorder::record_here(Kind kind) {
  return current == nullptr ? record(kind) : record(kind, current->id(), current->line());
}

Event& Recorder::refuse() {
  if (ended_ == Ended::no) {
    ended_ = limit_reached();
    throw RunEnded{};
  }
  scratch_ = Event{};
  return scratch_;
}

void Recorder::complain(TaskId task, std::string_view text) noexcept {
  if (ended_ != Ended::no && ended_ != Ended::sweeping) {
    return;
  }
  if (log_->size() >= last_event_ || now_ns_ >= until_ns_) {
    ended_ = limit_reached();
    return;
  }
  const TextId said = intern(text);
  Event& event = log_->append();
  event.t_ns = now_ns_;
  event.iteration = iteration_;
  event.step = step;
  event.task = task;
  event.kind = Kind::warning;
  event.a = said;
}

void Recorder::sweep() {
  if (ended_ == Ended::no) {
    ended_ = Ended::sweeping;
  }
  log_->stop();
}

Event& Recorder::record_end(Kind kind) {
  close();
  Event& event = log_->append();
  event.t_ns = now_ns_;
  event.iteration = iteration_;
  event.step = step;
  event.kind = kind;
  return event;
}

void Recorder::close() {
  if (ended_ == Ended::no || ended_ == Ended::sweeping) {
    ended_ = Ended::closed;
  }
  log_->stop();
}

bool Recorder::wait_until(std::int64_t t_ns) {
  if (!clock_->wait_until(t_ns)) {
    return false;
  }
  set_now(clock_->now_ns());
  return true;
}

void Recorder::spend(Kind kind, std::int64_t duration_ns) {
  if (kind == Kind::worked && interpreter.wait_ns(now_ns_) > 0) {
    spend(Kind::blocked, interpreter.wait_ns(now_ns_));
  }
  record_here(kind).set_duration(duration_ns);
  clock_->spend(duration_ns);
  set_now(clock_->now_ns());
}

}  // namespace interleave
