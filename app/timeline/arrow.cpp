#include <algorithm>
#include <optional>

#include "app/timeline/parts.h"
#include "app/trace/event_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {
namespace {

struct Wake {
  Seq seq = 0;
  float x = 0;
  float from_y = 0;
  float to_y = 0;
};

const Lane* lane_of(const RunFrame& run, TaskId task) {
  for (const Lane& lane : run.lanes) {
    if (lane.what == Lane::What::task && lane.task == task) {
      return &lane;
    }
  }
  return nullptr;
}

const Lane* thread_lane(const RunFrame& run) {
  const bool shown = !run.lanes.empty() && run.lanes.front().what == Lane::What::thread;
  return shown ? &run.lanes.front() : nullptr;
}

// The last time that the selected task was made ready, and by whom.
std::optional<Wake> wake_of(const Frame& frame, const RunFrame& run) {
  const TaskId task = frame.view.selected_task;
  if (run.index != frame.view.selected_run || task == kNoTask || task == kProgram ||
      task > run.trace->log().task_count()) {
    return std::nullopt;
  }
  const Lane* to = lane_of(run, task);
  const auto events = run.trace->events_of(task);
  const Seq until = run.has_playhead ? run.run->playhead : run.trace->size();
  auto at = std::upper_bound(events.begin(), events.end(), until);
  while (at != events.begin() && (*run.trace)[*(at - 1)].kind != Kind::task_ready) {
    --at;
  }
  if (to == nullptr || at == events.begin()) {
    return std::nullopt;
  }
  const Seq seq = *(at - 1);
  const Event& event = (*run.trace)[seq];
  if (event.cause() == Cause::yield) {
    return std::nullopt;  // it woke itself
  }
  const Lane* from = event.a == 0 ? thread_lane(run) : lane_of(run, event.a);
  if (from == nullptr || from == to) {
    return std::nullopt;
  }
  const float x = run.x_at(frame, event.t_ns, seq);
  if (x < frame.map().x0 || x > frame.map().x1) {
    return std::nullopt;
  }
  const bool down = from->top < to->top;
  const float middle = frame.m.lane_pitch * 0.478F;
  const float half = frame.m.bar_height / 2;
  const float from_y = from->top + middle + (down ? half * 0.7F : -half * 0.7F);
  const float to_y = to->top + middle + (down ? -half : half);
  return Wake{seq, x, from_y, to_y};
}

// A callback of the loop that ran between two steps and made it ready: "gather's callback".
std::string callback_between(const Trace& trace, Seq ready) {
  for (Seq seq = ready; seq-- > 0;) {
    const Kind kind = trace[seq].kind;
    if (kind == Kind::callback_ran) {
      return words::callback(trace, trace[seq].callback(), trace[seq].a);
    }
    if (kind == Kind::task_started || kind == Kind::task_resumed) {
      break;  // a task's own step did it
    }
  }
  return {};
}

std::string title_of(const Trace& trace, TaskId task, Seq ready) {
  std::string title = words::task(trace, task) + ": ready at " + seconds_text(trace[ready].t_ns) +
                      ", " + words::cause(trace, trace[ready]);
  const std::string between = callback_between(trace, ready);
  return between.empty() ? title : title + ", through " + between;
}

// A line from y0 to y1 that leaves out where words stand.
void draw_stem(Frame& frame, float x, float y0, float y1, Paint ink) {
  constexpr float kStep = 3;
  const float k = frame.k;
  const auto segment = [&](float from, float to) {
    if (to > from) {
      frame.line({x, from}, {x, to}, paint(frame.view.backdrop), 4 * k);
      frame.line({x, from}, {x, to}, ink, 2 * k);
    }
  };
  if (y0 > y1) {
    std::swap(y0, y1);
  }
  float begin = y0;
  for (float y = y0; y < y1; y += kStep) {
    if (!frame.words.is_free({x - 2 * k, y, 4 * k, std::min(kStep, y1 - y)})) {
      segment(begin, y);
      begin = y + kStep;
    }
  }
  segment(begin, y1);
}

}  // namespace

void reserve_wake_arrow(const Frame& frame, RunFrame& run) {
  if (const auto wake = wake_of(frame, run)) {
    run.uprights.push_back(wake->x);
  }
}

void draw_wake_arrow(Frame& frame, const RunFrame& run) {
  const auto wake = wake_of(frame, run);
  if (!wake) {
    return;
  }
  const float k = frame.k;
  const float head = wake->to_y > wake->from_y ? -1.0F : 1.0F;
  const Paint ink = paint(Role::accent);
  const float neck = wake->to_y + head * 7 * k;
  frame.circle({wake->x, wake->from_y}, 3 * k, ink);
  draw_stem(frame, wake->x, wake->from_y, neck, ink);
  frame.path({{wake->x, wake->to_y}, {wake->x - 4.5F * k, neck}, {wake->x + 4.5F * k, neck}}, true,
             ink, {}, 0);
  frame.target->back().title = title_of(*run.trace, frame.view.selected_task, wake->seq);
  frame.hit(Hit::What::mark,
            {wake->x - 4 * k, std::min(wake->from_y, wake->to_y), 8 * k,
             std::abs(wake->to_y - wake->from_y)},
            run.index, frame.view.selected_task, wake->seq, (*run.trace)[wake->seq].t_ns);
}

}  // namespace interleave
