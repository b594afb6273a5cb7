#include <algorithm>
#include <iterator>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

Label playhead_label(const Frame& frame, const RunFrame& run) {
  const Trace& trace = *run.trace;
  const Event& event = trace[run.run->playhead];
  // Of what is masked, not even how many there are.
  const bool counted = !frame.view.mask || trace.complete();
  const auto of = [counted](std::uint32_t count) {
    return counted ? " of " + std::to_string(count) : std::string();
  };
  std::string text;
  if (frame.view.axis == Axis::steps) {
    const std::uint32_t count = trace.step_count();
    text = "step " + std::to_string(std::min(event.step, count)) + of(count) + " · " +
           seconds_text(run.now_ns);
  } else {
    text = seconds_text(run.now_ns);
    const StopsHere here = stops_here(trace, run.run->playhead);
    const bool several = here.count > 1 && here.index > 0 && event.t_ns == run.now_ns;
    if (several && counted) {
      text += " · " + std::to_string(here.index) + of(here.count) + " here";
    }
  }
  return {text, frame.m.tick_size, Face::bold, paint(frame.view.backdrop)};
}

void draw_line(Frame& frame, float x, float y0, float y1) {
  if (y1 <= y0) {
    return;
  }
  const float width = 2 * std::max(frame.k, frame.scale);
  frame.line({x, y0}, {x, y1}, paint(frame.view.backdrop), 2 * width);
  frame.line({x, y0}, {x, y1}, paint(Role::ink), width);
}

void draw_label(Frame& frame, const Label& label, float x, float row_y) {
  const float height = 1.83F * label.size;
  const float width = frame.text_width(label) + 2 * label.size;
  // Where headings have no row of their own, what is kept free at their end is kept free here.
  const bool shares_row = frame.view.compact_headings && frame.view.show_handles;
  const float right = frame.view.width - (shares_row ? frame.m.header_end : 0);
  const float left = std::clamp(x - width / 2, 0.0F, std::max(0.0F, right - width));
  const Point at{left + width / 2, row_y + height / 2 + 0.36F * label.size};
  if (!frame.words.take(frame.box_of(label, at, Align::middle))) {
    return;  // scrolled away
  }
  const Box box{left, row_y, width, height};
  frame.words.keep(box);
  frame.rect(box, paint(Role::ink), height / 2);
  frame.text(label, at, Align::middle);
}

void draw_veil(Frame& frame, const RunFrame& run) {
  if (!frame.view.veil) {
    return;
  }
  const float x0 = std::max(run.playhead_x, frame.map().x0);
  const float width = frame.view.width - x0;
  if (width <= 0) {
    return;
  }
  const float top = run.ruler_top;
  const Paint veil =
      frame.view.backdrop == Role::paper ? paint(Role::veil) : paint(frame.view.backdrop, 0.62F);
  frame.rect({x0, top, width, run.lanes_bottom - top}, veil, 0, "not reached yet");
}

bool in_view(const Frame& frame, const RunFrame& run) {
  return run.has_playhead && run.playhead_x >= frame.map().x0 - 1 &&
         run.playhead_x <= frame.map().x1 + 1;
}

// Between the lanes of two runs the line goes on, unless words stand in its way.
void draw_through(Frame& frame, const RunFrame& above, const RunFrame& below) {
  const float x = below.playhead_x;
  const float y0 = above.lanes_bottom;
  const float y1 = below.lanes_top;
  const float clear = 8 * frame.k;
  if (frame.words.is_free({x - clear, y0, 2 * clear, y1 - y0})) {
    draw_line(frame, x, y0, y1);
  }
}

}  // namespace

bool one_playhead(const Frame& frame, const std::vector<RunFrame>& runs) {
  if (frame.view.axis == Axis::steps) {
    return false;
  }
  for (const RunFrame& run : runs) {
    if (!run.has_playhead || run.now_ns != runs.front().now_ns) {
      return false;
    }
  }
  return true;
}

void draw_playheads(Frame& frame, const std::vector<RunFrame>& runs) {
  const bool one = one_playhead(frame, runs);
  for (const RunFrame& run : runs) {
    if (run.has_playhead) {
      draw_veil(frame, run);
    }
  }
  std::move(frame.over_veil.begin(), frame.over_veil.end(), std::back_inserter(*frame.target));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const RunFrame& run = runs[i];
    if (!in_view(frame, run)) {
      continue;
    }
    const bool labelled = run.has_playhead_row;
    const float from = labelled ? run.playhead_row_y + 1.8F * frame.m.tick_size : run.lanes_top;
    draw_line(frame, run.playhead_x, from, run.lanes_bottom);
    if (!labelled && i > 0) {
      draw_through(frame, runs[i - 1], run);
    } else if (labelled) {
      // Which of the stops at this time it is depends on the run that is selected.
      const std::size_t which = one ? std::min(frame.view.selected_run, runs.size() - 1) : i;
      draw_label(frame, playhead_label(frame, runs[which]), run.playhead_x, run.playhead_row_y);
    }
  }
  std::move(frame.over_line.begin(), frame.over_line.end(), std::back_inserter(*frame.target));
}

}  // namespace interleave
