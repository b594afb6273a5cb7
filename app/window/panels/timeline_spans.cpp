// A stretch that was brushed or marked: over the lanes as a band, below them as sums.

#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/measure.h"
#include "app/trace/span_sums.h"
#include "app/trace/stops.h"
#include "app/window/panels/timeline_parts.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kSize = 12.5F;
constexpr float kLine = 19;
constexpr float kPad = 8;
constexpr float kGap = 18;
constexpr float kIndent = 16;

struct Marked {
  double from = 0;
  double to = 0;
  SpanSums sums;
};

/// The span, or else what lies between the mark and the playhead.
std::optional<Marked> marked(Session& session) {
  if (session.timeline_view(1, 1, 1).mask) {
    return std::nullopt;  // sums would give away what is to come
  }
  const Trace& trace = session.focused().trace();
  const Axis axis = session.view().axis;
  if (const auto span = session.span()) {
    if (axis == Axis::time) {
      return Marked{span->first, span->second,
                    span_sums(trace, std::llround(span->first), std::llround(span->second))};
    }
    const Seq last = seq_at_value(trace, axis, span->second);
    Seq first = seq_at_value(trace, axis, span->first);
    if (axis_value(trace, axis, first) < span->first) {
      first = std::min(first + 1, last);  // it stands before the span
    }
    return Marked{span->first, span->second, span_sums_of_events(trace, first, last)};
  }
  if (const auto mark_ns = session.mark_ns()) {
    const auto [from_ns, to_ns] = std::minmax(*mark_ns, session.state().t_ns);
    const auto place = [&](std::int64_t t_ns) {
      return axis == Axis::time ? static_cast<double>(t_ns)
                                : axis_value(trace, axis, trace.last_at(t_ns));
    };
    return Marked{place(from_ns), place(to_ns), span_sums(trace, from_ns, to_ns)};
  }
  return std::nullopt;
}

/// One saying below the lanes.
struct Piece {
  std::string text;
  Face face = Face::regular;
  Paint ink;
  /// Of the task that it is about.
  std::optional<Paint> dot;
  Point at = {};

  [[nodiscard]] float width() const {
    return embedded_measure().width(text, face, kSize) + (dot ? 14.0F : 0.0F);
  }
};

std::vector<Piece> pieces(Ui& ui, const Marked& what) {
  Session& session = ui.session;
  std::vector<Piece> result;
  if (session.run_count() > 1) {
    const char name = static_cast<char>('A' + session.view().focus);
    result.push_back({std::string(1, name), Face::bold, paint(Role::accent), {}, {}});
  }
  result.push_back({"from " + seconds_text(what.sums.from_ns) + " to " +
                        seconds_text(what.sums.to_ns) + ": " + seconds_text(what.sums.length_ns()),
                    Face::semibold,
                    paint(Role::accent),
                    {},
                    {}});
  if (what.sums.length_ns() > 0) {
    const std::string words = "thread " + thread_words(what.sums);
    result.push_back({words, Face::regular, paint(Role::ink), {}, {}});
  }
  result.push_back({count_words(what.sums), Face::regular, paint(Role::ink_soft), {}, {}});
  const TaskId task = session.selected_task();
  if (task != kNoTask && session.selected_run() == session.view().focus) {
    const Trace& trace = session.focused().trace();
    const TaskSums sums = task_sums(trace, task, what.sums.from_ns, what.sums.to_ns);
    result.push_back({std::string(trace.label(task)) + ": " + task_words(sums),
                      Face::medium,
                      paint(Role::ink),
                      ui.colour_of(task),
                      {}});
  }
  return result;
}

/// Puts the sayings on lines; gives the height of all.
float place_pieces(std::vector<Piece>& all, float width) {
  float x = kIndent;
  float y = kPad + 13;
  const float right = width - 40;
  for (Piece& piece : all) {
    if (x > kIndent && x + piece.width() > right) {
      x = kIndent;
      y += kLine;
    }
    piece.at = {x, y};
    x += piece.width() + kGap;
  }
  return y + kPad;
}

void draw_band(Ui& ui, TimelineScreen& screen, double from, double to) {
  const AxisMap& map = screen.timeline.map;
  for (const RunPlace& place : screen.timeline.runs) {
    const float x0 = std::clamp(map.to_x(from), map.x0, map.x1);
    const float x1 = std::clamp(map.to_x(to), map.x0, map.x1);
    const float y = place.lanes.y;
    screen.paint.fill({x0, y, x1 - x0, place.lanes.height}, paint(Role::accent, 0.10F));
    for (const double end : {from, to}) {
      if (end >= map.from && end <= map.to) {
        screen.paint.fill({map.to_x(end) - ui.scale / 2, y, ui.scale, place.lanes.height},
                          paint(Role::accent));
      }
    }
  }
}

std::string guide_words(Session& session, std::size_t run, double value) {
  const Trace& trace = session.run(run).trace();
  if (session.view().axis == Axis::time) {
    return seconds_text(std::llround(value));
  }
  const Event& event = trace[seq_at_value(trace, Axis::steps, value)];
  return "step " + std::to_string(std::min(event.step, trace.step_count())) + " · " +
         seconds_text(event.t_ns);
}

}  // namespace

void draw_spans(Ui& ui, TimelineScreen& screen) {
  if (const auto what = marked(ui.session)) {
    draw_band(ui, screen, what->from, what->to);
  }
}

void draw_guide(Ui& ui, TimelineScreen& screen, std::size_t run, double value) {
  const AxisMap& map = screen.timeline.map;
  const float s = ui.scale;
  const RunPlace& place = screen.timeline.runs[run];
  const float x = std::clamp(map.to_x(value), map.x0, map.x1);
  screen.paint.fill(
      {x - s / 2, place.ruler.bottom(), s, place.lanes.bottom() - place.ruler.bottom()},
      paint(Role::accent, 0.75F));
  if (std::abs(x - place.playhead_x) < s) {
    return;  // the playhead's label says it
  }
  const std::string words = guide_words(ui.session, run, value);
  const float width = embedded_measure().width(words, Face::semibold, 12 * s) + 14 * s;
  const float left = std::clamp(x - width / 2, 0.0F, std::max(0.0F, screen.box.width * s - width));
  const Box box{left, place.ruler.bottom() - 20 * s, width, 19 * s};
  screen.paint.frame(box, paint(Role::panel), paint(Role::accent), 5 * s, s);
  screen.paint.words({box.x + width / 2, box.y + 13.7F * s}, words, 12 * s, Face::semibold,
                     paint(Role::accent), Align::middle);
}

float sums_height(Ui& ui, float width) {
  const auto what = marked(ui.session);
  if (!what) {
    return 0;
  }
  std::vector<Piece> all = pieces(ui, *what);
  return place_pieces(all, width);
}

void draw_sums(Ui& ui, Box box) {
  const auto what = marked(ui.session);
  if (!what) {
    return;
  }
  ui.paint.fill(box, paint(Role::panel));
  ui.paint.fill({box.x, box.y, box.width, 1}, paint(Role::border));
  std::vector<Piece> all = pieces(ui, *what);
  (void)place_pieces(all, box.width);
  for (const Piece& piece : all) {
    Point at{box.x + piece.at.x, box.y + piece.at.y};
    if (piece.dot) {
      CircleShape dot;
      dot.centre = {at.x + 4, at.y - 4};
      dot.radius = 4;
      dot.fill = *piece.dot;
      ui.paint.circle(dot);
      at.x += 14;
    }
    ui.paint.words_in(at, box.right() - 40 - at.x, piece.text, kSize, piece.face, piece.ink);
  }
  const Box cross{box.right() - 34, box.y + 3, 26, 24};
  const Touch touch = ui.touch(id_of("clear span"), cross);
  icon(ui, Icon::close, {cross.x + 13, cross.y + 12}, 8,
       paint(touch.hovered ? Role::ink : Role::ink_soft));
  if (touch.focused) {
    ui.focus_ring(cross, 4);
  }
  if (touch.hovered) {
    ui.tooltip = "No span (Esc); F shows all of it and nothing else";
  }
  if (touch.activated) {
    ui.send(command::ClearSpan{true});
  }
}

}  // namespace interleave
