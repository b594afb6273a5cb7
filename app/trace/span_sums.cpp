#include "app/trace/span_sums.h"

#include <algorithm>
#include <tuple>

#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave {

namespace {

std::int64_t inside(std::int64_t begin_ns, std::int64_t end_ns, std::int64_t from_ns,
                    std::int64_t to_ns) {
  return std::max<std::int64_t>(0, std::min(end_ns, to_ns) - std::max(begin_ns, from_ns));
}

void add_thread(const Trace& trace, SpanSums& sums) {
  const auto pieces = trace.thread_events();
  auto piece = std::lower_bound(
      pieces.begin(), pieces.end(), sums.from_ns,
      [&](std::uint32_t seq, std::int64_t wanted_ns) { return trace[seq].t_ns < wanted_ns; });
  if (piece != pieces.begin()) {
    --piece;  // it may reach in; there is one thread, so that no other does
  }
  const auto end = std::lower_bound(
      piece, pieces.end(), sums.to_ns,
      [&](std::uint32_t seq, std::int64_t wanted_ns) { return trace[seq].t_ns < wanted_ns; });
  const auto add = [&](std::uint32_t seq) {
    const Event event = trace[seq];
    (event.kind == Kind::blocked ? sums.blocked_ns : sums.worked_ns) +=
        inside(event.t_ns, event.t_ns + event.duration(), sums.from_ns, sums.to_ns);
  };
  // Only the first and the last can reach over an edge; between them lie whole pieces.
  if (piece != end) {
    add(*piece++);
  }
  if (piece != end) {
    const WorkSums before = trace.work_of_first(static_cast<std::size_t>(piece - pieces.begin()));
    const WorkSums whole = trace.work_of_first(static_cast<std::size_t>(end - 1 - pieces.begin()));
    sums.worked_ns += whole.worked_ns - before.worked_ns;
    sums.blocked_ns += whole.blocked_ns - before.blocked_ns;
    add(*(end - 1));
  }
  sums.idle_ns = sums.length_ns() - sums.worked_ns - sums.blocked_ns;
}

/// Steps that begin before event `seq`.
std::uint64_t steps_before(const Trace& trace, Seq seq) {
  std::uint32_t low = 0;
  std::uint32_t high = trace.step_count();
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (trace.step_begin(middle) < seq) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

void add_counts(const Trace& trace, Seq first, Seq end, SpanSums& sums) {
  sums.events = end > first ? end - first : 0;
  sums.switches =
      end > first ? steps_before(trace, end) - steps_before(trace, first) : std::uint64_t{0};
}

void add_words(std::string& words, std::string_view what, std::int64_t length_ns) {
  if (length_ns > 0) {
    words += (words.empty() ? "" : ", ") + std::string(what) + " " + seconds_text(length_ns);
  }
}

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

SpanSums span_sums(const Trace& trace, std::int64_t from_ns, std::int64_t to_ns) {
  SpanSums sums;
  if (trace.size() == 0) {
    return sums;
  }
  std::tie(sums.from_ns, sums.to_ns) =
      std::pair(std::clamp<std::int64_t>(std::min(from_ns, to_ns), 0, trace.end_ns()),
                std::clamp<std::int64_t>(std::max(from_ns, to_ns), 0, trace.end_ns()));
  add_thread(trace, sums);
  const bool behind_the_end = std::min(from_ns, to_ns) > trace.end_ns();
  if (!behind_the_end) {
    add_counts(trace, trace.first_at(sums.from_ns), trace.last_at(sums.to_ns) + 1, sums);
  }
  return sums;
}

SpanSums span_sums_of_events(const Trace& trace, Seq first, Seq last) {
  SpanSums sums;
  if (trace.size() == 0) {
    return sums;
  }
  std::tie(first, last) = std::pair(std::min({first, last, trace.size() - 1}),
                                    std::min(std::max(first, last), trace.size() - 1));
  sums.from_ns = trace[first].t_ns;
  sums.to_ns = trace[last].t_ns;
  add_thread(trace, sums);
  add_counts(trace, first, last + 1, sums);
  return sums;
}

TaskSums task_sums(const Trace& trace, TaskId task, std::int64_t from_ns, std::int64_t to_ns) {
  TaskSums sums;
  if (trace.size() == 0 || trace.created_at(task) >= trace.size()) {
    return sums;
  }
  std::tie(from_ns, to_ns) = std::pair(std::min(from_ns, to_ns), std::max(from_ns, to_ns));
  const Seq first = std::min(trace.first_at(from_ns), trace.size() - 1);
  for (const Span& span : spans_of(trace, task, first > 0 ? first - 1 : 0, trace.last_at(to_ns))) {
    const std::int64_t part_ns = inside(span.begin_ns, span.end_ns, from_ns, to_ns);
    sums.running_ns += span.state == TaskState::running ? part_ns : 0;
    sums.ready_ns += span.state == TaskState::ready ? part_ns : 0;
    sums.suspended_ns += span.state == TaskState::suspended ? part_ns : 0;
    sums.blocked_ns += span.blocked ? part_ns : 0;
  }
  return sums;
}

std::string thread_words(const SpanSums& sums) {
  std::string words;
  add_words(words, "worked", sums.worked_ns);
  add_words(words, "blocked", sums.blocked_ns);
  add_words(words, "idle", sums.idle_ns);
  return words;
}

std::string task_words(const TaskSums& sums) {
  std::string words;
  add_words(words, "running", sums.running_ns - sums.blocked_ns);
  add_words(words, "blocked", sums.blocked_ns);
  add_words(words, "ready", sums.ready_ns);
  add_words(words, "suspended", sums.suspended_ns);
  return words.empty() ? "no time in it" : words;
}

std::string count_words(const SpanSums& sums) {
  return counted(sums.switches, "switch", "switches") + ", " +
         counted(sums.events, "event", "events");
}

}  // namespace interleave
