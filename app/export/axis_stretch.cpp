#include "app/export/axis_stretch.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/layout.h"
#include "app/timeline/step_columns.h"

namespace interleave {
namespace {

std::pair<double, double> of_steps(const Trace& trace, Axis axis, double from, double to) {
  const auto first = static_cast<std::uint32_t>(std::max(1.0, from));
  const auto last = static_cast<std::uint32_t>(std::max(from, to));
  if (axis == Axis::steps) {
    const StepColumns columns(trace);
    return {columns.begin_of(first), columns.end_of(last)};
  }
  const Seq begin = std::min(trace.step_begin(first), trace.size() - 1);
  const Seq next = trace.step_begin(last + 1);
  const std::int64_t end = next < trace.size() ? trace[next].t_ns : trace.end_ns();
  return {static_cast<double>(trace[begin].t_ns), static_cast<double>(end)};
}

std::pair<double, double> of_time(const Trace& trace, Axis axis, double from, double to) {
  if (axis == Axis::time) {
    return {from, to};
  }
  const StepColumns columns(trace);
  const Seq first = trace.first_at(static_cast<std::int64_t>(std::ceil(from)));
  const Seq last = trace.last_at(static_cast<std::int64_t>(to));
  const double end = columns.edge(std::min(last + 1, trace.size() - 1));
  return {columns.edge(std::min(first, trace.size() - 1)), std::max(end, columns.playhead(last))};
}

}  // namespace

std::pair<double, double> axis_stretch(const ExportRequest& request) {
  if (!request.span || request.runs.empty()) {
    return {0, 0};
  }
  const Trace& trace = *request.runs.back().trace;
  const ExportSpan& span = *request.span;
  auto [from, to] = span.by == Axis::steps ? of_steps(trace, request.axis, span.from, span.to)
                                           : of_time(trace, request.axis, span.from, span.to);
  // Steps that all happen in one instant still take some room.
  const double least = request.axis == Axis::time ? 1e6 : 0.5;
  if (to < from + least) {
    to = from + least;
  }
  return {from, to};
}

}  // namespace interleave
