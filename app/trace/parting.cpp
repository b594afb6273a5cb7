#include "app/trace/parting.h"

#include <algorithm>
#include <set>
#include <vector>

#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using Labels = std::set<std::string_view>;

Labels labels_of(const Trace& trace) {
  Labels labels;
  for (const TaskId task : trace.tasks()) {
    labels.insert(trace.label(task));
  }
  return labels;
}

bool is_task(TaskId task) { return task != kNoTask && task != kProgram; }

std::string_view label_of(const Trace& trace, TaskId task) {
  return is_task(task) ? trace.label(task) : std::string_view();
}

/// Stops and printed lines in order, those of callers that the other run lacks left out.
std::vector<Seq> moments_of(const Trace& trace, const Labels& others, bool with_callers) {
  const auto stops = trace.stops();
  const auto outputs = trace.outputs();
  std::vector<Seq> all;
  all.reserve(stops.size() + outputs.size());
  std::merge(stops.begin(), stops.end(), outputs.begin(), outputs.end(), std::back_inserter(all));
  if (!with_callers) {
    std::erase_if(all, [&](Seq seq) {
      const TaskId task = trace[seq].task;
      return is_task(task) && !others.contains(trace.label(task)) &&
             !trace.children_of(task).empty();
    });
  }
  return all;
}

std::int64_t sleep_ns(const Trace& trace, const Event& event) {
  const bool sleeps = event.kind == Kind::task_suspended && event.reason() == Reason::sleep &&
                      event.a > 0 && event.a <= trace.log().timer_count();
  return sleeps ? trace.log().timer(event.a).due_ns - event.t_ns : 0;
}

bool same_moment(const Trace& one, Seq one_seq, const Trace& other, Seq other_seq) {
  const Event a = one[one_seq];
  const Event b = other[other_seq];
  if (a.kind != b.kind || a.t_ns != b.t_ns || label_of(one, a.task) != label_of(other, b.task)) {
    return false;
  }
  switch (a.kind) {
    case Kind::output:
    case Kind::warning:
      return one.text(a.a) == other.text(b.a);
    case Kind::blocked:
      return a.duration() == b.duration();
    case Kind::task_suspended:
      return a.code == b.code && sleep_ns(one, a) == sleep_ns(other, b);
    default:
      return true;
  }
}

std::optional<Parting> difference(const Trace& baseline, const Trace& other, bool with_callers) {
  const auto one = moments_of(baseline, labels_of(other), with_callers);
  const auto two = moments_of(other, labels_of(baseline), with_callers);
  const auto same = [&](Seq a, Seq b) { return same_moment(baseline, a, other, b); };
  const auto [a, b] = std::mismatch(one.begin(), one.end(), two.begin(), two.end(), same);
  const bool more_to_come =
      (a == one.end() && !baseline.complete()) || (b == two.end() && !other.complete());
  if (more_to_come || (a == one.end() && b == two.end())) {
    return std::nullopt;
  }
  Parting parting;
  parting.baseline = a != one.end() ? *a : baseline.size() - 1;
  parting.other = b != two.end() ? *b : other.size() - 1;
  parting.same_until_ns = a != one.begin() ? baseline[*std::prev(a)].t_ns : 0;
  return parting;
}

std::string_view waits_for(Reason reason) {
  switch (reason) {
    case Reason::task:
    case Reason::call:
    case Reason::nested_run:
      return "another task";
    case Reason::future:
      return "a future";
    case Reason::gather:
      return "gather()";
    case Reason::group:
      return "its TaskGroup";
    case Reason::wait:
      return "wait()";
    case Reason::wait_for:
      return "one task, with a time limit";
    case Reason::as_completed:
      return "the first to be done";
    case Reason::shield:
      return "a shielded task";
    case Reason::queue_get:
      return "an item";
    case Reason::queue_put:
      return "room in the queue";
    case Reason::queue_join:
      return "the queue to be done";
    case Reason::semaphore:
      return "a free slot";
    case Reason::lock:
      return "the lock";
    case Reason::event:
      return "an event";
    case Reason::condition:
      return "a condition";
    case Reason::barrier:
      return "the others at a barrier";
    case Reason::job:
      return "a worker";
    case Reason::yield:
    case Reason::sleep:
      break;
  }
  return "its turn";
}

std::string suspends(const Trace& trace, const Event& event, const std::string& name) {
  switch (event.reason()) {
    case Reason::sleep:
      return words::say("lets ", name, " sleep for ", seconds_text(sleep_ns(trace, event)));
    case Reason::yield:
      return words::say("lets ", name, " give way");
    default:
      return words::say("lets ", name, " wait for ", waits_for(event.reason()));
  }
}

std::string prints(std::string_view line) {
  constexpr std::size_t most = 40;
  if (line.size() <= most) {
    return words::say("prints “", line, "”");
  }
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
    --end;  // not through a character
  }
  return words::say("prints “", line.substr(0, end), "…”");
}

/// What a run does at an event, after its letter.
std::string does(const Trace& trace, Seq seq) {
  const Event event = trace[seq];
  const std::string name = is_task(event.task) ? words::task(trace, event.task) : "the program";
  switch (event.kind) {
    case Kind::task_started:
      return words::say("starts ", name);
    case Kind::task_resumed:
      return words::say("goes on with ", name);
    case Kind::task_ready:  // a yield's stop
      return words::say("lets ", name, " give way");
    case Kind::task_suspended:
      return suspends(trace, event, name);
    case Kind::task_finished:
      return words::say("ends ", name);
    case Kind::task_failed:
      return words::say("has ", name, " fail");
    case Kind::task_cancelled:
      return words::say("has ", name, " cancelled");
    case Kind::clock_advanced:
      return words::say("is idle until ", seconds_text(event.t_ns));
    case Kind::blocked:
      return words::say("blocks the thread in ", name, " for ", seconds_text(event.duration()));
    case Kind::cancel_requested:
      return words::say("asks ", name, " to cancel");
    case Kind::job_finished:
      return words::say("gets the result of ", words::job(event.a));
    case Kind::output:
      return prints(trace.text(event.a));
    case Kind::warning:
      return "gives a warning";
    case Kind::program_finished:
      return "is done";
    case Kind::program_stopped:
      return "is watched no longer";
    case Kind::program_failed:
      return "fails";
    default:
      return "goes on";
  }
}

/// An idle stretch is named by its end, which says when.
bool says_when(const Trace& trace, Seq seq) { return trace[seq].kind == Kind::clock_advanced; }

}  // namespace

std::optional<Parting> first_difference(const Trace& baseline, const Trace& other) {
  if (baseline.size() == 0 || other.size() == 0) {
    return std::nullopt;
  }
  const auto without_callers = difference(baseline, other, false);
  return without_callers ? without_callers : difference(baseline, other, true);
}

std::string parting_words(const Trace& baseline, const Trace& other, const Parting& parting,
                          std::string_view baseline_letter, std::string_view other_letter) {
  const std::int64_t one_ns = baseline[parting.baseline].t_ns;
  const std::int64_t two_ns = other[parting.other].t_ns;
  const bool at_once = one_ns == two_ns;
  const auto part = [&](const Trace& trace, Seq seq, std::string_view letter) {
    const std::string text = words::say(letter, " ", does(trace, seq));
    return at_once || says_when(trace, seq)
               ? text
               : words::say(text, " at ", seconds_text(trace[seq].t_ns));
  };
  return words::say(baseline_letter, " and ", other_letter, " part ", at_once ? "at " : "after ",
                    seconds_text(at_once ? one_ns : parting.same_until_ns), ": ",
                    part(baseline, parting.baseline, baseline_letter), ", ",
                    part(other, parting.other, other_letter), ".");
}

}  // namespace interleave
