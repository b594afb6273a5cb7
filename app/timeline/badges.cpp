#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

struct Instant {
  std::int64_t t_ns = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// The steps that begin at the same time as `step`, which is the first of them.
Instant instant_at(const Trace& trace, std::uint32_t step) {
  Instant instant{trace[trace.step_begin(step)].t_ns, step, 0};
  // Steps are in order of time: the last of an instant is searched for.
  std::uint32_t low = step;
  std::uint32_t high = trace.step_count();
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (trace[trace.step_begin(middle)].t_ns <= instant.t_ns) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  instant.count = low - step + 1;
  return instant;
}

std::uint32_t first_step_from(const Trace& trace, std::int64_t t_ns) {
  std::uint32_t low = 1;
  std::uint32_t high = trace.step_count() + 1;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (trace[trace.step_begin(middle)].t_ns < t_ns) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::string names_at(const Trace& trace, const Instant& instant) {
  std::string names;
  const std::uint32_t shown = std::min(instant.count, 6U);
  for (std::uint32_t i = 0; i < shown; ++i) {
    names += (i == 0 ? "" : ", ") +
             std::string(trace.label(trace[trace.step_begin(instant.first + i)].task));
  }
  return names + (shown < instant.count ? ", …" : "");
}

void draw_badge(Frame& frame, const RunFrame& run, const Lane& lane, const Instant& instant) {
  const float k = frame.k;
  const Label label{"×" + std::to_string(instant.count), frame.m.note_size, Face::bold,
                    paint(Role::accent)};
  const float width = frame.text_width(label) + 1.1F * label.size;
  const float height = 1.35F * label.size;
  const float x = frame.map().to_x(static_cast<double>(instant.t_ns)) + 6 * k;
  const Box box{x, lane.top - 3 * k, width, height};
  const bool under_playhead =
      std::any_of(run.uprights.begin(), run.uprights.end(),
                  [&](float upright) { return upright > box.x - 2 && upright < box.right() + 2; });
  if (under_playhead || box.right() > frame.view.width) {
    return;
  }
  const Point at{x + width / 2, box.y + height / 2 + 0.36F * label.size};
  if (!frame.words.take(frame.box_of(label, at, Align::middle))) {
    return;
  }
  const Seq last = run.trace->step_begin(instant.first + instant.count - 1);
  const Lift lift(frame, run, last, x - 6 * k, Lift::Over::line);
  RectShape& pill =
      frame.rect(box, paint(Role::panel), height / 2,
                 std::to_string(instant.count) + " steps at " + seconds_text(instant.t_ns) + ": " +
                     names_at(*run.trace, instant));
  pill.stroke = paint(Role::accent);
  pill.stroke_width = 1.2F * k;
  frame.text(label, at, Align::middle);
  frame.hit(Hit::What::badge, box, run.index, kNoTask, run.trace->step_begin(instant.first),
            instant.t_ns);
}

void draw_opened(Frame& frame, const RunFrame& run, std::int64_t t_ns) {
  const Trace& trace = *run.trace;
  const std::uint32_t first = first_step_from(trace, t_ns);
  if (first > trace.step_count() || trace[trace.step_begin(first)].t_ns != t_ns) {
    return;
  }
  const Instant instant = instant_at(trace, first);
  const float size = frame.m.note_size;
  const float row = 1.7F * size;
  const std::uint32_t shown = std::min(instant.count, 12U);
  float width = 0;
  std::vector<std::string> rows;
  for (std::uint32_t i = 0; i < shown; ++i) {
    const Event& event = trace[trace.step_begin(instant.first + i)];
    rows.push_back(std::to_string(instant.first + i) + "  " + std::string(trace.label(event.task)) +
                   (event.kind == Kind::task_started ? " starts" : " resumes"));
    width = std::max(width, frame.measure.width(rows.back(), Face::medium, size));
  }
  width += 3.2F * size;
  const float wanted = frame.map().to_x(static_cast<double>(t_ns)) + 8 * frame.k;
  const float x = std::max(0.0F, std::min(wanted, frame.view.width - width - 4));
  const Box card{x, run.lanes_top + 0.5F * frame.m.lane_pitch, width,
                 row * static_cast<float>(shown) + size};
  RectShape& back = frame.rect(card, paint(Role::panel), 6 * frame.k);
  back.stroke = paint(Role::border);
  for (std::uint32_t i = 0; i < shown; ++i) {
    const Seq seq = trace.step_begin(instant.first + i);
    const float y = card.y + size * 0.5F + row * static_cast<float>(i);
    frame.circle({x + size, y + row / 2}, 0.32F * size,
                 task_paint(frame.colours.of(run.index, trace[seq].task)));
    frame.text({rows[i], size, Face::medium, paint(Role::ink)},
               {x + 2 * size, y + row / 2 + 0.36F * size});
    frame.hit(Hit::What::span, {card.x, y, width, row}, run.index, trace[seq].task, seq, t_ns);
  }
}

}  // namespace

void draw_badges(Frame& frame, const RunFrame& run, const Lane& lane) {
  const Trace& trace = *run.trace;
  std::uint32_t step =
      first_step_from(trace, static_cast<std::int64_t>(std::max(0.0, frame.map().from)));
  while (step <= trace.step_count()) {
    const Instant instant = instant_at(trace, step);
    const float x = frame.map().to_x(static_cast<double>(instant.t_ns));
    if (x > frame.map().x1 + 1) {
      return;
    }
    if (instant.count > 1) {
      draw_badge(frame, run, lane, instant);
    }
    // However many steps there are, one look a pixel is enough.
    const auto next = static_cast<std::int64_t>(frame.map().to_value(x + 1));
    step = std::max(instant.first + instant.count, first_step_from(trace, next));
  }
}

void draw_opened_instants(Frame& frame, const RunFrame& run) {
  if (run.index != frame.view.selected_run || frame.view.axis != Axis::time) {
    return;
  }
  for (const std::int64_t t_ns : frame.view.opened_instants) {
    draw_opened(frame, run, t_ns);
  }
}

}  // namespace interleave
