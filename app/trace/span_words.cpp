// Sentences on what is seen: a span under the mouse, a task that is selected.

#include "app/trace/span_words.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using words::say;

/// " from 0.2 s to 0.4 s", " at 0.2 s", " since 0.2 s".
std::string when(const Trace& trace, const Span& span) {
  if (span.end_seq >= trace.size() && !trace.complete()) {
    return say(" since ", total_text(span.begin_ns));
  }
  return span.begin_ns == span.end_ns
             ? say(" at ", total_text(span.begin_ns))
             : say(" from ", total_text(span.begin_ns), " to ", total_text(span.end_ns));
}

/// "sleeps until 2.0 s" as it is told afterwards: "slept until 2.0 s".
std::string past(std::string clause) {
  using Tense = std::pair<std::string_view, std::string_view>;
  constexpr Tense kVerbs[] = {{"sleeps", "slept"},   {"waits", "waited"}, {"calls", "called"},
                              {"yields", "yielded"}, {"runs", "ran"},     {"asks", "asked"}};
  for (const auto& [now, then] : kVerbs) {
    if (clause.starts_with(now)) {
      clause.replace(0, now.size(), then);
      break;
    }
  }
  constexpr Tense kLater[] = {{" and waits until it returns", " and waited until it returned"},
                              {" have ended", " had ended"},
                              {" is done", " was done"},
                              {" is over", " was over"}};
  for (const auto& [now, then] : kLater) {
    if (const auto at = clause.find(now); at != std::string::npos) {
      clause.replace(at, now.size(), then);
    }
  }
  return clause;
}

/// Who had the thread while a task was ready: those whose steps took time, else all.
std::vector<std::string> who_ran(const Trace& trace, const Span& span, TaskId but) {
  std::vector<TaskId> took_time;
  std::vector<TaskId> others;
  const auto add = [&](std::vector<TaskId>& to, TaskId task) {
    if (task != but && task != kNoTask && task != kProgram &&
        std::find(to.begin(), to.end(), task) == to.end()) {
      to.push_back(task);
    }
  };
  for (Seq seq = span.begin_seq; seq < std::min(span.end_seq, trace.size()); ++seq) {
    const Event event = trace[seq];
    if ((event.kind == Kind::worked || event.kind == Kind::blocked) && event.duration() > 0) {
      add(took_time, event.task);
    } else if (begins_step(event.kind)) {
      add(others, event.task);
    }
  }
  std::vector<std::string> names;
  for (const TaskId task : took_time.empty() ? others : took_time) {
    names.push_back(words::task(trace, task));
  }
  return names;
}

std::string running_words(const Trace& trace, TaskId task, const Span& span) {
  const std::string name = words::task(trace, task);
  if (span.blocked) {
    return say(name, " blocked the thread", when(trace, span), ": nothing else could run");
  }
  std::string printed;
  const auto events = trace.events_of(task);
  for (auto at = events.from(span.begin_seq);
       at != events.end() && *at < span.end_seq && printed.empty(); ++at) {
    if (trace[*at].kind == Kind::output) {
      printed = say(": it printed “", trace.text(trace[*at].a), "”");
    }
  }
  return say(name, " had the thread", when(trace, span), printed);
}

std::string ready_words(const Trace& trace, TaskId task, const Span& span) {
  const std::string name = words::task(trace, task);
  const auto before = who_ran(trace, span, task);
  if (span.end_seq >= trace.size()) {
    return say(name, " was ready", when(trace, span), ", and never had the thread again");
  }
  if (before.empty()) {
    return say(name, " was ready", when(trace, span), " and had the thread at once");
  }
  return say(name, " was ready", when(trace, span), ": it waited behind ", words::list(before));
}

std::string since(const TaskStatus& status) { return say(" since ", total_text(status.since_ns)); }

std::string because(const Trace& trace, TaskId task, Seq seq) {
  const Seq readiness = words::readiness_before(trace, task, seq);
  return readiness < trace.size() ? say(": ", words::cause(trace, trace[readiness]))
                                  : std::string();
}

}  // namespace

std::string span_sentence(const Trace& trace, TaskId task, const Span& span) {
  switch (span.state) {
    case TaskState::running:
      return running_words(trace, task, span) + ".";
    case TaskState::ready:
      return ready_words(trace, task, span) + ".";
    default:
      return say(words::task(trace, task), " was suspended", when(trace, span), ": it ",
                 past(words::suspension(trace, span.begin_seq)), ".");
  }
}

std::string sentence_at(const Trace& trace, TaskId task, Seq seq) {
  std::string words;
  if (task != kNoTask && task <= trace.log().task_count()) {
    for (const Span& span : spans_of(trace, task, seq, seq)) {
      if (span.begin_seq == seq || (words.empty() && span.begin_seq < seq && seq < span.end_seq)) {
        words = span_sentence(trace, task, span);
      }
    }
  }
  return words;
}

std::string selection_sentence(const Trace& trace, const State& state, TaskId task) {
  if (task == kNoTask || task == kProgram || task > state.tasks.size()) {
    return {};
  }
  const TaskStatus& status = state.task(task);
  const std::string name = words::task(trace, task);
  switch (status.state) {
    case TaskState::not_created:
      return {};
    case TaskState::running:
      return say(name, " has had the thread", since(status), because(trace, task, status.since_seq),
                 ".");
    case TaskState::ready:
      return say(name, " has been ready", since(status), because(trace, task, status.since_seq),
                 status.steps == 0 ? ": not a line of it has run yet" : "", ".");
    case TaskState::suspended:
      return say(name, " has been suspended", since(status), ": it ",
                 words::suspension(trace, status.since_seq), ".");
    case TaskState::done:
      return say(name, " ended at ", total_text(status.since_ns), ".");
    case TaskState::failed:
      return say(name, " failed at ", total_text(status.since_ns), ".");
    case TaskState::cancelled:
      return say(name, " was cancelled at ", total_text(status.since_ns), ".");
  }
  return {};
}

}  // namespace interleave
