// Who woke whom. A task_ready stands inside what made it: a task's step, which begins where it got
// the thread, or a callback of the loop, which begins where it ran. A callback is followed to what
// queued it: a timer that fired, a job that was done, a task that ended.

#include "app/trace/wake_chain.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using words::say;

/// The callbacks of what a step did have run after so many iterations.
constexpr std::uint32_t kLongestChain = 4;
/// In an iteration of very many tasks no callback is looked for further on than this.
constexpr Seq kFarthestCallback = 50'000;

bool makes_ready(Kind kind) { return kind == Kind::task_ready || kind == Kind::task_created; }

class Search {
 public:
  explicit Search(const Trace& trace) : trace_(trace) {}

  /// The link to a `task_ready` or `task_created`, but for the step that came of it.
  WakeLink link_to(Seq ready) const {
    const Event event = trace_[ready];
    WakeLink link{.woken = event.task, .cause = ready, .ready = ready, .step = trace_.size()};
    if (event.kind == Kind::task_ready && event.cause() == Cause::yield) {
      link.waker = Waker::itself;
      link.by = event.task;
      link.cause = ready > 0 ? ready - 1 : ready;
      return link;
    }
    for (Seq seq = ready; seq-- > 0;) {
      const Event before = trace_[seq];
      if (before.kind == Kind::callback_ran) {
        follow_callback(link, seq);
        break;
      }
      if (begins_step(before.kind)) {
        // What a step's end is followed by can be the program's own doing.
        if (event.kind == Kind::task_ready || trace_.log().task(event.task).parent == before.task) {
          by_step(link, before.task, seq);
        }
        break;
      }
      if (before.kind == Kind::loop_started || before.kind == Kind::iteration_started) {
        break;  // the program itself
      }
    }
    return link;
  }

  /// The step of a task that begins first behind `ready`, or the trace's size.
  [[nodiscard]] Seq step_after(TaskId task, Seq ready) const {
    const auto events = trace_.events_of(task);
    for (auto at = events.after(ready); at != events.end(); ++at) {
      if (begins_step(trace_[*at].kind)) {
        return *at;
      }
    }
    return trace_.size();
  }

 private:
  /// What a step did last before the readiness.
  void by_step(WakeLink& link, TaskId task, Seq begin) const {
    link.waker = task == link.woken ? Waker::itself : Waker::task;
    link.by = task;
    if (trace_[link.ready].kind == Kind::task_created) {
      return;
    }
    for (Seq seq = link.ready; seq-- > begin;) {
      const Event event = trace_[seq];
      const bool is_its_own =
          event.task == task && (event.kind == Kind::resource_changed || is_end(event.kind) ||
                                 event.kind == Kind::task_suspended || seq == begin);
      if (is_its_own || (event.kind == Kind::cancel_requested && event.a == task)) {
        link.cause = seq;
        return;
      }
    }
  }

  void follow_callback(WakeLink& link, Seq callback) const {
    const Event event = trace_[callback];
    switch (event.callback()) {
      case CallbackKind::run:
      case CallbackKind::call:
        // run() cancels what is left; of call_soon() no more is told.
        link.cause = callback;
        link.callbacks.assign(1, callback);
        return;
      case CallbackKind::timer:
        link.waker = Waker::timer;
        link.timer = event.a;
        link.by = serves(event.a);
        link.cause = last_before(callback, Kind::timer_fired, event.a);
        break;
      case CallbackKind::job:
        link.waker = Waker::job;
        link.job = event.a;
        link.by = event.a != 0 && event.a <= trace_.log().job_count()
                      ? trace_.log().job(event.a).submitter
                      : kProgram;
        link.cause = last_before(callback, Kind::job_finished, event.a);
        break;
      default:
        event.a == 0 ? follow_future(link, callback) : follow_end(link, callback, event.a);
        return;
    }
    link.callbacks.push_back(callback);
  }

  [[nodiscard]] TaskId serves(TimerId timer) const {
    const bool is_known = timer != 0 && timer <= trace_.log().timer_count();
    const TaskId task = is_known ? trace_.log().timer(timer).on : kProgram;
    return task == kNoTask ? kProgram : task;
  }

  void follow_end(WakeLink& link, Seq callback, TaskId ended) const {
    link.waker = Waker::task;
    link.by = ended;
    link.cause = std::min(trace_.ended_at(ended), callback);
    link.callbacks.push_back(callback);
  }

  /// The callback of a future that is no task: a job's, or one that a task resolved.
  void follow_future(WakeLink& link, Seq callback) const {
    link.callbacks.push_back(callback);
    link.cause = callback;
    for (Seq seq = callback; seq-- > 0;) {
      const Event event = trace_[seq];
      if (event.kind == Kind::callback_ran && event.callback() == CallbackKind::job) {
        link.callbacks.clear();
        follow_callback(link, seq);
        link.callbacks.push_back(callback);
        return;
      }
      const bool is_of_task = event.task != kNoTask && event.task != kProgram;
      if (is_of_task &&
          (event.kind == Kind::resource_changed || event.kind == Kind::cancel_requested)) {
        link.waker = Waker::task;
        link.by = event.kind == Kind::cancel_requested ? event.a : event.task;
        link.waker = link.by == kProgram ? Waker::program : Waker::task;
        link.cause = seq;
        return;
      }
    }
  }

  [[nodiscard]] Seq last_before(Seq from, Kind kind, std::uint32_t of) const {
    for (Seq seq = from; seq-- > 0;) {
      if (trace_[seq].kind == kind && trace_[seq].a == of) {
        return seq;
      }
    }
    return from;
  }

  const Trace& trace_;
};

/// The step that a task is in at `seq`, or was in last: from where it got the thread to its end.
struct StepRange {
  Seq begin = 0;
  Seq end = 0;
};
std::optional<StepRange> step_at(const Trace& trace, TaskId task, Seq seq) {
  const auto events = trace.events_of(task);
  auto at = events.after(seq);
  while (at != events.begin() && !begins_step(trace[*std::prev(at)].kind)) {
    --at;
  }
  if (at == events.begin()) {
    return std::nullopt;
  }
  StepRange step{*std::prev(at), trace.size() - 1};
  for (; at != events.end(); ++at) {
    if (is_end(trace[*at].kind) || trace[*at].kind == Kind::task_suspended) {
      step.end = *at;
      break;
    }
  }
  return step;
}

bool is_task(const Trace& trace, TaskId task) {
  return task != kNoTask && task != kProgram && task <= trace.log().task_count();
}

std::string why(const Trace& trace, const WakeLink& link) {
  const Event ready = trace[link.ready];
  if (ready.kind == Kind::task_ready) {
    return words::cause(trace, ready);
  }
  return link.waker == Waker::task    ? say(words::task(trace, link.by), " has created it")
         : link.waker == Waker::timer ? std::string("a timer's callback has created it")
                                      : std::string("the program has handed it to the loop");
}

std::string through(const Trace& trace, const WakeLink& link) {
  std::vector<std::string> names;
  for (const Seq seq : link.callbacks) {
    names.push_back(words::callback(trace, trace[seq].callback(), trace[seq].a));
  }
  return names.empty() ? std::string() : say(", through ", words::list(names));
}

}  // namespace

std::optional<WakeLink> previous_link(const Trace& trace, TaskId task, Seq seq) {
  const auto events = trace.events_of(task);
  for (auto at = events.after(seq); at != events.begin();) {
    const Event event = trace[*--at];
    if (makes_ready(event.kind)) {
      const Search search(trace);
      WakeLink link = search.link_to(*at);
      link.step = search.step_after(task, *at);
      return link;
    }
  }
  return std::nullopt;
}

std::optional<WakeLink> previous_link(const Trace& trace, Seq seq) {
  return seq < trace.size() && is_task(trace, trace[seq].task)
             ? previous_link(trace, trace[seq].task, seq)
             : std::nullopt;
}

std::vector<WakeLink> next_links(const Trace& trace, TaskId task, Seq seq) {
  std::vector<WakeLink> links;
  const auto step = is_task(trace, task) ? step_at(trace, task, seq) : std::nullopt;
  if (!step) {
    return links;
  }
  const std::uint32_t last_iteration = trace[step->end].iteration + kLongestChain;
  const Search search(trace);
  const Seq last = std::min(trace.size(), step->end + kFarthestCallback);
  for (Seq at = step->begin + 1; at < last && trace[at].iteration <= last_iteration; ++at) {
    if (!makes_ready(trace[at].kind) || trace[at].task == task) {
      continue;
    }
    WakeLink link = search.link_to(at);
    const bool is_its_own = link.waker == Waker::task && link.by == task &&
                            link.cause >= step->begin && link.cause <= step->end;
    if (is_its_own) {
      link.step = search.step_after(link.woken, at);
      links.push_back(std::move(link));
    }
  }
  return links;
}

std::vector<WakeLink> next_links(const Trace& trace, Seq seq) {
  return seq < trace.size() ? next_links(trace, trace[seq].task, seq) : std::vector<WakeLink>();
}

std::string sentence_on(const Trace& trace, const WakeLink& link) {
  const Event ready = trace[link.ready];
  std::string text =
      say(words::task(trace, link.woken),
          ready.kind == Kind::task_created ? " was ready from " : " became ready at ",
          total_text(ready.t_ns), through(trace, link), ": ", why(trace, link));
  if (link.step < trace.size() && trace[link.step].t_ns > ready.t_ns) {
    text += say("; it had to wait for the thread until ", total_text(trace[link.step].t_ns));
  }
  return text + ".";
}

}  // namespace interleave
