// The few words on a span: what it printed, or what it waits for.

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/output_words.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using Labels = std::vector<std::string>;

/// The first event of a kind in it, or trace.size().
Seq first_of(const Trace& trace, TaskId task, const Span& span, Kind kind) {
  const auto events = trace.events_of(task);
  for (auto at = events.from(span.begin_seq); at != events.end() && *at < span.end_seq; ++at) {
    if (trace[*at].kind == kind) {
      return *at;
    }
  }
  return trace.size();
}

/// In another program's file a run is an outermost slice, told as the first that is entered.
TextId slice_name(const Trace& trace, TaskId task, const Span& span) {
  if (trace.header().source != "chrome") {
    return kNoText;
  }
  const Seq entered = first_of(trace, task, span, Kind::coroutine_entered);
  return entered < trace.size() ? trace[entered].a : kNoText;
}

Labels running_labels(const Trace& trace, TaskId task, const Span& span) {
  if (const TextId name = slice_name(trace, task, span); name != kNoText) {
    return {std::string(trace.text(name))};
  }
  const Seq printed = first_of(trace, task, span, Kind::output);
  if (printed < trace.size()) {
    return gist_of(trace.text(trace[printed].a));
  }
  if (span.end_ns > span.begin_ns) {
    return {seconds_text(span.end_ns - span.begin_ns)};
  }
  const bool starts = span.first_of_step && trace[span.begin_seq].kind == Kind::task_started;
  const bool ends =
      span.last_of_step && span.end_seq < trace.size() && is_end(trace[span.end_seq].kind);
  if (starts && ends) {
    return {"runs"};
  }
  if (starts || ends) {
    return {starts ? "starts" : "ends"};
  }
  return {};
}

Labels blocked_labels(const Trace& trace, TaskId task, const Span& span) {
  // The length that it blocks, not the part of it that a stopped program is watched for.
  const Seq blocked = first_of(trace, task, span, Kind::blocked);
  const std::int64_t length_ns =
      blocked < trace.size() ? trace[blocked].duration() : span.end_ns - span.begin_ns;
  return {words::say("BLOCKED ", seconds_text(length_ns)), "BLOCKED"};
}

Labels wait_labels(const Trace& trace, TaskId task, const Span& span, std::string_view what) {
  const std::string whom = words::awaited(trace, span.on, task, span.begin_seq);
  return whom.empty() ? Labels{std::string(what)}
                      : Labels{words::say(what, ": ", whom), std::string(what)};
}

Labels waits_for(std::string_view what, std::string_view shorter) {
  return {words::say("waits for ", what), std::string(shorter)};
}

Labels task_labels(const Trace& trace, const Span& span, std::string_view verb) {
  Labels labels{words::say(verb, words::task(trace, span.on)), words::task(trace, span.on)};
  if (std::string name(trace.name(span.on)); name != labels.back() && !name.empty()) {
    labels.push_back(std::move(name));
  }
  return labels;
}

Labels sleep_labels(const Trace& trace, const Span& span) {
  const EventLog& log = trace.log();
  if (span.on == 0 || span.on > log.timer_count()) {
    return {"sleep"};
  }
  const std::string length = seconds_text(log.timer(span.on).due_ns - span.begin_ns);
  return {words::say("sleep ", length), length};
}

Labels suspended_labels(const Trace& trace, TaskId task, const Span& span) {
  switch (span.reason) {
    case Reason::yield:
      return {"yields"};
    case Reason::sleep:
      return sleep_labels(trace, span);
    case Reason::task:
      return task_labels(trace, span, "waits for ");
    case Reason::call:
      return task_labels(trace, span, "calls ");
    case Reason::nested_run:
      return task_labels(trace, span, "runs ");
    case Reason::gather:
      return wait_labels(trace, task, span, "gather");
    case Reason::group:
      return wait_labels(trace, task, span, "group");
    case Reason::wait:
      return wait_labels(trace, task, span, "wait");
    case Reason::wait_for:
      return wait_labels(trace, task, span, "wait_for");
    case Reason::as_completed:
      return wait_labels(trace, task, span, "as_completed");
    case Reason::shield:
      return wait_labels(trace, task, span, "shield");
    case Reason::queue_get:
      return waits_for("an item", "item");
    case Reason::queue_put:
      return waits_for("a free place", "full");
    case Reason::queue_join:
      return waits_for("the queue to be done", "join");
    case Reason::semaphore:
      return waits_for("a slot", "slot");
    case Reason::job:
      return waits_for(words::job(span.on), words::job(span.on));
    case Reason::future:
    case Reason::lock:
    case Reason::event:
    case Reason::condition:
    case Reason::barrier:
      break;
  }
  if (words::waits_unnamed(trace, span.reason, span.on)) {
    const TaskId by = words::waker_after(trace, task, span.begin_seq);
    return by == kNoTask ? Labels{"waits"}
                         : waits_for(words::task(trace, by), words::task(trace, by));
  }
  const std::string resource = words::resource(trace, span.on);
  return waits_for(resource, resource);
}

}  // namespace

std::vector<std::string> span_labels(const Trace& trace, TaskId task, const Span& span) {
  if (span.blocked) {
    return blocked_labels(trace, task, span);
  }
  switch (span.state) {
    case TaskState::running:
      return running_labels(trace, task, span);
    case TaskState::suspended:
      return suspended_labels(trace, task, span);
    default:
      return {};
  }
}

}  // namespace interleave
