#include "app/trace/trace.h"

#include <algorithm>
#include <array>

namespace interleave {

namespace {

/// The element for a task, made when it is not there yet. Ids grow one by one, so this is a
/// push_back with a bound.
template <class T>
T& slot(std::vector<T>& table, TaskId task, const T& empty) {
  if (table.size() <= task) {
    table.resize(std::size_t{task} + 1, empty);
  }
  return table[task];
}

bool is_always_stop(Kind kind) {
  return begins_step(kind) || is_end(kind) || kind == Kind::clock_advanced ||
         kind == Kind::task_suspended || kind == Kind::blocked || kind == Kind::cancel_requested ||
         kind == Kind::job_finished || kind == Kind::warning;
}

bool is_job_event(Kind kind) {
  return kind == Kind::job_submitted || kind == Kind::job_started || kind == Kind::job_waiting ||
         kind == Kind::job_finished;
}

}  // namespace

Trace::Trace(TraceHeader header, std::shared_ptr<const EventLog> log)
    : header_(std::move(header)), log_(std::move(log)) {
  catch_up();
}

Trace Trace::beginning_of(const Trace& whole, Seq size) {
  return {whole, std::min<Seq>(size, whole.size_)};
}

Trace::Trace(const Trace& whole, Seq limit)
    : header_(whole.header_), log_(whole.log_), limit_(limit), will_loop_(has_loop(whole)) {
  catch_up();
}

void Trace::extend_to(Seq size) {
  limit_ = std::max(limit_, size);
  catch_up();
}

void Trace::catch_up() {
  const Seq there = std::min<Seq>(log_->size(), limit_);
  if (size_ == there) {
    return;
  }
  for (; size_ < there; ++size_) {
    index(size_, (*log_)[size_]);
  }
  if (complete()) {
    give_back_spare_room();
  }
}

/// Nothing more will come: what growing took ahead is not needed.
void Trace::give_back_spare_room() {
  for (auto* list : std::to_array({&created_, &ended_, &step_begins_, &stops_, &outputs_,
                                   &warnings_, &advances_, &advance_marks_, &advance_steps_,
                                   &iterations_, &job_events_, &thread_events_, &thread_marks_})) {
    list->shrink_to_fit();
  }
  for (auto& events : by_task_) {
    events.shrink_to_fit();
  }
  for (auto& [task, marks] : task_marks_) {
    marks.shrink_to_fit();
  }
  by_task_.shrink_to_fit();
  work_sums_.shrink_to_fit();
  milestones_.shrink_to_fit();
  open_awaits_.shrink_to_fit();
  resource_levels_.shrink_to_fit();
}

void Trace::index(Seq seq, const Event& event) {
  const auto at = static_cast<std::uint32_t>(seq);
  if (event.kind == Kind::task_created) {
    index_creation(seq, event);
  }
  // A file may name a task that was never told of: such an event is nobody's.
  const bool known = event.task != kNoTask && event.task <= log_->task_count();
  if (known) {
    auto& events = slot(by_task_, event.task, {});
    events.push_back(at);
    if (events.size() % SeqList::kBlock == 0) {
      mark(events, task_marks_[event.task]);
    }
    open_awaits_.add(seq, event);
  }
  milestones_.add(seq, event);
  if (is_end(event.kind) && known) {
    slot(ended_, event.task, kNowhere) = at;
    if (is_internal(event.task) && internal_alive_ > 0) {
      --internal_alive_;
    }
  }
  if (begins_step(event.kind)) {
    step_begins_.push_back(at);
    step_count_ += is_internal(event.task) ? 0 : 1;
  }
  switch (event.kind) {
    case Kind::output:
      outputs_.push_back(at);
      break;
    case Kind::warning:
      warnings_.push_back(at);
      break;
    case Kind::clock_advanced:
      advances_.push_back(at);
      advance_steps_.push_back(event.step);
      mark(advances_, advance_marks_);
      break;
    case Kind::iteration_started:
      iterations_.push_back(at);
      break;
    case Kind::worked:
    case Kind::blocked:
      index_work(seq, event);
      break;
    default:
      if (is_job_event(event.kind)) {
        job_events_.push_back(at);
      }
  }
  resource_levels_.add(seq, event, *log_);
  index_stop(seq, event);
}

void Trace::index_creation(Seq seq, const Event& event) {
  if (event.task == kNoTask || event.task == kProgram || event.task > log_->task_count()) {
    return;
  }
  slot(created_, event.task, kNowhere) = static_cast<std::uint32_t>(seq);
  const TaskInfo& info = log_->task(event.task);
  if (info.internal) {
    ++internal_alive_;
    return;
  }
  tasks_.push_back(event.task);
  if (info.parent <= log_->task_count()) {
    slot(children_, info.parent, {}).push_back(event.task);
  }
}

void Trace::index_work(Seq seq, const Event& event) {
  if (thread_events_.size() % kWorkStride == 0) {
    work_sums_.push_back(work_);
  }
  thread_events_.push_back(static_cast<std::uint32_t>(seq));
  mark(thread_events_, thread_marks_);
  if (event.kind == Kind::blocked) {
    work_.blocked_ns += event.duration();
    blocked_by_[event.task] += event.duration();
  } else {
    work_.worked_ns += event.duration();
  }
}

/// A yield's suspension waits for the next event: when that is its readiness, the two are one stop.
void Trace::index_stop(Seq seq, const Event& event) {
  const auto at = static_cast<std::uint32_t>(seq);
  if (yield_seq_ != kNowhere) {
    const bool is_its_readiness =
        event.kind == Kind::task_ready && event.task == (*log_)[yield_seq_].task;
    stops_.push_back(is_its_readiness ? at : yield_seq_);
    yield_seq_ = kNowhere;
  }
  if (ends_program(event.kind)) {
    stops_.push_back(at);
    return;
  }
  const bool closing_down = is_internal(event.task) || internal_alive_ > 0;
  if (!is_always_stop(event.kind) || closing_down) {
    return;
  }
  if (event.kind == Kind::task_suspended && event.reason() == Reason::yield) {
    yield_seq_ = at;
    return;
  }
  stops_.push_back(at);
}

bool Trace::is_internal(TaskId task) const {
  return task != kNoTask && task != kProgram && task <= log_->task_count() &&
         log_->task(task).internal;
}

bool Trace::complete() const { return size_ > 0 && ends_program((*log_)[size_ - 1].kind); }

std::int64_t Trace::end_ns() const { return size_ > 0 ? (*log_)[size_ - 1].t_ns : 0; }

std::uint32_t Trace::step_count() const { return step_count_; }

std::span<const TaskId> Trace::children_of(TaskId parent) const {
  return parent < children_.size() ? std::span<const TaskId>(children_[parent])
                                   : std::span<const TaskId>();
}

std::string_view Trace::name(TaskId task) const {
  if (task == kProgram) {
    return "the program";
  }
  return task <= log_->task_count() ? text(log_->task(task).name) : std::string_view();
}

std::string_view Trace::label(TaskId task) const {
  if (task == kProgram || task > log_->task_count()) {
    return name(task);
  }
  const TextId label = log_->task(task).label;
  return label == kNoText ? name(task) : text(label);
}

SeqList Trace::events_of(TaskId task) const {
  if (task >= by_task_.size()) {
    return {};
  }
  const auto& events = by_task_[task];
  const auto marks = events.size() < SeqList::kBlock ? task_marks_.end() : task_marks_.find(task);
  return {events, marks == task_marks_.end() ? std::span<const std::uint32_t>()
                                             : std::span<const std::uint32_t>(marks->second)};
}

Glance Trace::glance(Seq seq) const {
  if (seq % Milestones::kStride == 0) {
    return milestones_.at(seq / Milestones::kStride);
  }
  const Event event = (*log_)[seq];
  return {event.t_ns, event.step, event.task};
}

Seq Trace::created_at(TaskId task) const {
  return task < created_.size() && created_[task] != kNowhere ? created_[task] : size_;
}

Seq Trace::ended_at(TaskId task) const {
  return task < ended_.size() && ended_[task] != kNowhere ? ended_[task] : size_;
}

Seq Trace::step_begin(std::uint32_t step) const {
  return step >= 1 && step <= step_begins_.size() ? step_begins_[step - 1] : size_;
}

WorkSums Trace::work_of_first(std::size_t count) const {
  if (count >= thread_events_.size()) {
    return work_;
  }
  WorkSums sums = work_sums_[count / kWorkStride];
  for (std::size_t i = count / kWorkStride * kWorkStride; i < count; ++i) {
    const Event event = (*log_)[thread_events_[i]];
    (event.kind == Kind::blocked ? sums.blocked_ns : sums.worked_ns) += event.duration();
  }
  return sums;
}

std::int64_t Trace::blocked_by(TaskId task) const {
  const auto found = blocked_by_.find(task);
  return found != blocked_by_.end() ? found->second : 0;
}

Seq Trace::first_at(std::int64_t t_ns) const {
  // Between the last milestone before that time and the next.
  const Seq passed = milestones_.count_before(t_ns);
  Seq low = passed == 0 ? 0 : (passed - 1) * Milestones::kStride + 1;
  Seq high = std::min<Seq>(size_, passed * Milestones::kStride);
  while (low < high) {
    const Seq middle = low + (high - low) / 2;
    if ((*log_)[middle].t_ns < t_ns) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Seq Trace::last_at(std::int64_t t_ns) const {
  const Seq after = first_at(t_ns + 1);
  return after > 0 ? after - 1 : 0;
}

bool has_loop(const Trace& trace) { return trace.will_loop() || !trace.iterations().empty(); }

}  // namespace interleave
