#include "app/timeline/step_columns.h"

#include <algorithm>
#include <array>

#include "app/trace/comparison.h"

namespace interleave {
namespace {

// How many of the events `list` have a step below `step`.
std::size_t count_below_step(const Trace& trace, const SeqList& list, std::uint32_t step) {
  return step == 0 ? 0 : list.count_before(trace.step_begin(step));
}

// Events that may follow the end of a task's step before its next one begins.
bool is_about_a_waiting_task(Kind kind) {
  return kind == Kind::task_ready || kind == Kind::cancel_requested ||
         kind == Kind::cancel_uncounted || kind == Kind::job_started || kind == Kind::job_waiting ||
         kind == Kind::job_finished;
}

bool ends_in_deadlock(const Trace& trace) {
  return outcome_of(trace) == Outcome::failed && failure_of(trace) == "deadlock";
}

}  // namespace

StepColumns::StepColumns(const Trace& trace)
    : trace_(&trace), looped_(has_loop(trace)), steps_(trace.step_count()) {
  if (looped_) {
    last_end_ = steps_ + kIdleColumn * static_cast<double>(trace.advances().size());
    total_ = last_end_ + (ends_in_deadlock(trace) ? 1 : 0);
  } else {
    columns_ = kept_columns();
    last_end_ = static_cast<double>(columns_->size());
    total_ = last_end_;
  }
}

// A frame asks for the same few lists again and again. A log that is gone is held by nobody here,
// and another one at its address is not taken for it.
std::shared_ptr<const StepColumns::Columns> StepColumns::kept_columns() const {
  struct Kept {
    std::weak_ptr<const EventLog> log;
    Seq size = 0;
    std::shared_ptr<const Columns> columns;
  };
  thread_local std::array<Kept, 8> kept;
  thread_local std::size_t oldest = 0;
  const auto log = trace_->shared_log();
  for (const Kept& each : kept) {
    if (each.size == trace_->size() && each.log.lock() == log) {
      return each.columns;
    }
  }
  for (Kept& each : kept) {
    if (each.log.expired()) {
      each = {};
    }
  }
  Kept& place = kept[oldest++ % kept.size()];
  place = {log, trace_->size(), std::make_shared<const Columns>(list_columns())};
  return place.columns;
}

StepColumns::Columns StepColumns::list_columns() const {
  Columns columns;
  const auto pieces = trace_->thread_events();
  const auto none = static_cast<std::uint32_t>(trace_->size());
  std::size_t next_piece = 0;
  for (std::uint32_t step = 0; step <= steps_; ++step) {
    bool step_has_column = false;
    if (step > 0) {
      columns.push_back({static_cast<std::uint32_t>(trace_->step_begin(step)), none});
      step_has_column = true;
    }
    for (; next_piece < pieces.size() && (*trace_)[pieces[next_piece]].step <= step; ++next_piece) {
      const std::uint32_t piece = pieces[next_piece];
      const bool first = step_has_column && columns.back().piece == none;
      if (first && (*trace_)[piece].task == (*trace_)[columns.back().seq].task) {
        columns.back().piece = piece;
      } else {
        columns.push_back({piece, piece});
      }
    }
  }
  return columns;
}

double StepColumns::begin_of(std::uint32_t step) const {
  if (step == 0) {
    return 0;
  }
  if (step > steps_) {
    return last_end_;
  }
  if (!looped_) {
    const Seq seq = trace_->step_begin(step);
    const auto at = std::lower_bound(columns_->begin(), columns_->end(), seq,
                                     [](const Column& c, Seq wanted) { return c.seq < wanted; });
    return static_cast<double>(at - columns_->begin());
  }
  const std::size_t idles = count_below_step(*trace_, trace_->advances(), step);
  return (step - 1) + kIdleColumn * static_cast<double>(idles);
}

double StepColumns::end_of(std::uint32_t step) const {
  if (step == 0) {
    return 0;
  }
  if (step > steps_) {
    return last_end_;
  }
  return looped_ ? begin_of(step) + 1 : begin_of(step + 1);
}

double StepColumns::idle_begin(std::size_t index) const {
  const std::uint32_t step = std::min(trace_->step_of_advance(index), steps_);
  return step + kIdleColumn * static_cast<double>(index);
}

double StepColumns::edge(Seq seq) const { return position(seq, 1.0); }
double StepColumns::playhead(Seq seq) const { return position(seq, 0.5); }

// Whether the step's run has ended before or with that event, which belongs to the same step count.
bool StepColumns::step_over(std::uint32_t step, Seq seq) const {
  const Seq begin = trace_->step_begin(step);
  const auto events = trace_->events_of((*trace_)[begin].task);
  auto at = events.after(seq);
  while (at != events.begin()) {
    --at;
    if (*at <= begin) {
      return false;
    }
    const Kind kind = (*trace_)[*at].kind;
    if (kind == Kind::task_suspended || is_end(kind)) {
      return true;
    }
    if (!is_about_a_waiting_task(kind)) {
      return false;
    }
  }
  return false;
}

// `inside` is where an event stands that falls within a step of no length.
double StepColumns::position(Seq seq, double inside) const {
  if (seq >= trace_->size() || (seq + 1 == trace_->size() && total_ > last_end_)) {
    return total_;
  }
  if (!looped_) {
    return listed_position(seq, inside);
  }
  const Event& event = (*trace_)[seq];
  if (event.step > steps_) {
    return last_end_;
  }
  const std::uint32_t step = event.step;
  const auto advances = trace_->advances();
  const std::size_t idles_before = count_below_step(*trace_, advances, step);
  const std::size_t idles_here = advances.count_until(seq) - idles_before;
  if (step == 0 || idles_here > 0 || step_over(step, seq)) {
    return end_of(step) + kIdleColumn * static_cast<double>(idles_here);
  }
  const double begin = begin_of(step);
  if (begins_step(event.kind)) {
    return begin;
  }
  const auto pieces = trace_->thread_events();
  const std::size_t first = count_below_step(*trace_, pieces, step);
  const std::size_t count = count_below_step(*trace_, pieces, step + 1) - first;
  if (count == 0) {
    return begin + inside;
  }
  const std::size_t passed = pieces.count_before(seq) - first;
  return begin + static_cast<double>(passed) / static_cast<double>(count);
}

double StepColumns::listed_position(Seq seq, double inside) const {
  const auto after = std::upper_bound(columns_->begin(), columns_->end(), seq,
                                      [](Seq wanted, const Column& c) { return wanted < c.seq; });
  if (after == columns_->begin()) {
    return 0;
  }
  const Column& column = *(after - 1);
  const auto begin = static_cast<double>(after - 1 - columns_->begin());
  if (column.piece < trace_->size()) {
    return seq <= column.piece ? begin : begin + 1;
  }
  if (seq == column.seq) {
    return begin;
  }
  return begin + (step_over((*trace_)[column.seq].step, seq) ? 1.0 : inside);
}

std::size_t StepColumns::first_idle_after(double value) const {
  std::size_t low = 0;
  std::size_t high = trace_->advances().size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (idle_begin(middle) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Between two idle stretches a step follows the other; within one it is the step before it.
std::uint32_t StepColumns::step_behind_idles(double value, std::size_t idles) const {
  const double steps = value - kIdleColumn * static_cast<double>(idles);
  const auto step = steps < 0 ? 0U : static_cast<std::uint32_t>(std::min(steps + 1, 4e9));
  const std::uint32_t before = idles > 0 ? trace_->step_of_advance(idles - 1) : 0;
  return std::min(std::max(step, before), steps_);
}

std::uint32_t StepColumns::step_at(double value) const {
  if (looped_) {
    return step_behind_idles(value, first_idle_after(value));
  }
  std::uint32_t low = 0;
  std::uint32_t high = steps_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (begin_of(middle) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

Seq StepColumns::seq_at(double value) const {
  // Where the playhead stands never falls with `seq`. A look at the steps leaves few events.
  const std::uint32_t step = step_at(value);
  Seq low = step > 0 ? trace_->step_begin(step) : 0;
  Seq high = step < steps_ ? trace_->step_begin(step + 1) : trace_->size();
  while (low < high) {
    const Seq middle = low + (high - low) / 2;
    if (playhead(middle) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? 0 : low - 1;
}

}  // namespace interleave
