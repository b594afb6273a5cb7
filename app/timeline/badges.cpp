#include <algorithm>
#include <optional>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

std::string names_at(const Trace& trace, const Instant& instant) {
  std::string names;
  const std::uint32_t shown = std::min(instant.count, 6U);
  for (std::uint32_t i = 0; i < shown; ++i) {
    names += (i == 0 ? "" : ", ") +
             std::string(trace.label(trace[trace.step_begin(instant.first + i)].task));
  }
  return names + (shown < instant.count ? ", …" : "");
}

// Gives how far it reaches; nothing where it is not drawn.
std::optional<float> draw_badge(Frame& frame, const RunFrame& run, const Lane& lane,
                                const Instant& instant) {
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
    return std::nullopt;
  }
  const Point at{x + width / 2, box.y + height / 2 + 0.36F * label.size};
  if (!frame.words.take(box)) {
    return std::nullopt;
  }
  const auto& opened = frame.view.opened_instants;
  const bool open = run.index == frame.view.selected_run &&
                    std::find(opened.begin(), opened.end(), instant.t_ns) != opened.end();
  const Seq last = run.trace->step_begin(instant.first + instant.count - 1);
  const Lift lift(frame, run, last, x - 6 * k, Lift::Over::line);
  RectShape& pill =
      frame.rect(box, paint(open ? Role::accent_soft : Role::panel), height / 2,
                 std::to_string(instant.count) + " steps at " + seconds_text(instant.t_ns) + ": " +
                     names_at(*run.trace, instant));
  pill.stroke = paint(Role::accent);
  pill.stroke_width = 1.2F * k;
  frame.text(label, at, Align::middle);
  frame.hit(Hit::What::badge, box, run.index, kNoTask, run.trace->step_begin(instant.first),
            instant.t_ns);
  return box.right();
}

}  // namespace

Instant instant_at(const Trace& trace, std::uint32_t step) {
  Instant instant{trace[trace.step_begin(step)].t_ns, step, 0};
  // Steps are in order of time: the last of an instant is searched for, nearby first.
  const auto is_later = [&](std::uint32_t other) {
    return trace[trace.step_begin(other)].t_ns > instant.t_ns;
  };
  std::uint32_t low = step;
  std::uint32_t stride = 1;
  while (stride < trace.step_count() - low && !is_later(low + stride)) {
    low += stride;
    stride *= 2;
  }
  std::uint32_t high = std::min(low + stride, trace.step_count());
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (is_later(middle)) {
      high = middle - 1;
    } else {
      low = middle;
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
    const auto drawn_to =
        instant.count > 1 ? draw_badge(frame, run, lane, instant) : std::optional<float>();
    // However many steps there are, one look a pixel is enough.
    if (run.dense) {
      // And where there is a badge, the next has no room before its end.
      const float next_x = std::max(x, drawn_to.value_or(x) - 6 * frame.k - 2);
      const std::size_t column = run.dense->column_after(next_x);
      if (column >= run.dense->count()) {
        return;
      }
      step = std::max(instant.first + instant.count, run.dense->at(column).step + 1);
      continue;
    }
    const auto next = static_cast<std::int64_t>(frame.map().to_value(x + 1));
    step = std::max(instant.first + instant.count, first_step_from(trace, next));
  }
}

}  // namespace interleave
