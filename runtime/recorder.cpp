#include "runtime/recorder.h"

#include <utility>

#include "runtime/errors.h"
#include "runtime/strand.h"

namespace interleave {

Recorder::Recorder(std::shared_ptr<EventLog> log, std::unique_ptr<Clock> clock, Limits limits)
    : log_(std::move(log)),
      clock_(std::move(clock)),
      limits_(limits),
      events_left_(static_cast<std::int64_t>(limits.events) - 1),  // the last says that it ended
      until_ns_(limits.until_ns),
      live_(clock_->live()) {}

Event& Recorder::record_here(Kind kind) {
  return current == nullptr ? record(kind) : record(kind, current->id(), current->line());
}

Event& Recorder::refuse() {
  if (ended_ == Ended::no) {
    ended_ = now_ns_ >= until_ns_ ? Ended::end_time : Ended::event_limit;
    throw RunEnded{};
  }
  scratch_ = Event{};
  return scratch_;
}

Event& Recorder::record_end(Kind kind) {
  close();
  Event& event = log_->append();
  event = Event{};
  event.t_ns = now_ns_;
  event.iteration = iteration;
  event.step = step;
  event.kind = kind;
  return event;
}

void Recorder::close() {
  if (ended_ == Ended::no) {
    ended_ = Ended::closed;
  }
  events_left_ = 0;
}

bool Recorder::wait_until(std::int64_t t_ns) {
  if (!clock_->wait_until(t_ns)) {
    return false;
  }
  now_ns_ = clock_->now_ns();
  return true;
}

void Recorder::spend(Kind kind, std::int64_t duration_ns) {
  if (kind == Kind::worked && interpreter.wait_ns(now_ns_) > 0) {
    spend(Kind::blocked, interpreter.wait_ns(now_ns_));
  }
  record_here(kind).set_duration(duration_ns);
  clock_->spend(duration_ns);
  now_ns_ = clock_->now_ns();
}

}  // namespace interleave
