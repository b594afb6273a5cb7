// The timeline: the layout's shapes painted, and the mouse on it.

#include "app/timeline/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/timeline/measure.h"
#include "app/trace/narration.h"
#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

/// What a drag that is going on does.
enum class Drag : std::uint8_t { none, span, pan };

struct Mouse {
  const Timeline& timeline;
  /// In the timeline's pixels.
  Point at;
  std::size_t run = 0;
  /// How far the lanes can be scrolled, pixels.
  float most_scroll = 0;
};

constexpr float kClickSlack = 25;  // square of the pixels a click may move

Drag drag_now = Drag::none;
double drag_from = 0;

std::size_t run_at(const Timeline& timeline, Point at) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < timeline.runs.size(); ++i) {
    if (at.y >= timeline.runs[i].ruler.y) {
      run = i;
    }
  }
  return run;
}

bool on_ruler(const Timeline& timeline, Point at) {
  return std::any_of(timeline.runs.begin(), timeline.runs.end(),
                     [at](const RunPlace& place) { return place.ruler.contains(at); });
}

void go_to_mouse(Ui& ui, const Mouse& mouse) {
  Run& run = ui.session.run(mouse.run);
  // What begins within a few pixels behind the mouse is meant, too.
  const double value = std::max(0.0, mouse.timeline.map.to_value(mouse.at.x + 4 * ui.scale));
  ui.send(command::ClearSpan{});
  ui.send(command::GoTo{mouse.run, seq_at_value(run.trace(), mouse.timeline.map.axis, value)});
}

void click(Ui& ui, const Mouse& mouse) {
  const Hit* hit = mouse.timeline.hit_at(mouse.at);
  if (hit == nullptr) {
    ui.send(command::SelectTask{ui.session.view().focus, kNoTask});
    return;
  }
  switch (hit->what) {
    case Hit::What::badge:
      ui.send(command::OpenInstant{hit->run, hit->t_ns});
      break;
    case Hit::What::lane_name:
      ui.send(command::SelectTask{hit->run, hit->task});
      break;
    case Hit::What::span:
    case Hit::What::mark:
      ui.send(command::SelectTask{hit->run, hit->task});
      ui.send(command::GoTo{hit->run, hit->seq});
      break;
    case Hit::What::lane:
      ui.send(command::SelectTask{hit->run, hit->task});
      break;
    case Hit::What::ruler:
      go_to_mouse(ui, mouse);
      break;
    default:
      break;
  }
}

/// So far that it is a drag and no click.
bool moved_far() { return ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= kClickSlack; }

void scroll_lanes(Ui& ui, const Mouse& mouse, float by) {
  const float now = ui.session.scroll_y();
  ui.send(command::ScrollLanes{std::clamp(now + by, 0.0F, mouse.most_scroll) - now});
}

void begin_drag(const Mouse& mouse) {
  drag_from = mouse.timeline.map.to_value(mouse.at.x);
  const bool spans = ImGui::GetIO().KeyShift || on_ruler(mouse.timeline, mouse.at);
  drag_now = spans ? Drag::span : Drag::pan;
}

void go_on_dragging(Ui& ui, const Mouse& mouse) {
  const ImVec2 delta = ImGui::GetIO().MouseDelta;
  const AxisMap& map = mouse.timeline.map;
  switch (drag_now) {
    case Drag::span:
      if (moved_far()) {
        const double at = map.to_value(std::clamp(mouse.at.x, map.x0, map.x1));
        ui.send(command::SetSpan{std::max(0.0, drag_from), std::max(0.0, at)});
      }
      break;
    case Drag::pan:
      if (delta.y != 0 && mouse.most_scroll > 0) {
        scroll_lanes(ui, mouse, -delta.y);
      }
      if (delta.x != 0) {
        ui.send(command::Pan{-static_cast<double>(delta.x) * (map.to - map.from) /
                             static_cast<double>(map.x1 - map.x0)});
      }
      break;
    case Drag::none:
      break;
  }
}

void wheel(Ui& ui, const Mouse& mouse) {
  const ImGuiIO& io = ImGui::GetIO();
  const AxisMap& map = mouse.timeline.map;
  if (io.KeyCtrl && io.MouseWheel != 0) {
    ui.send(
        command::Zoom{std::pow(1.2, static_cast<double>(io.MouseWheel)), map.to_value(mouse.at.x)});
  } else if (io.MouseWheel != 0 && !io.KeyShift && mouse.most_scroll > 0) {
    scroll_lanes(ui, mouse, -io.MouseWheel * 40 * ui.scale);
  } else if (const float turned = io.MouseWheel + io.MouseWheelH; turned != 0) {
    ui.send(command::Pan{-static_cast<double>(turned) * (map.to - map.from) * 0.08});
  }
}

/// What lies under the mouse, said beside it.
void hover(Ui& ui, const Mouse& mouse) {
  const Hit* hit = mouse.timeline.hit_at(mouse.at);
  if (hit == nullptr || hit->run >= ui.session.run_count()) {
    return;
  }
  const Trace& trace = ui.session.run(hit->run).trace();
  if (hit->what == Hit::What::span || hit->what == Hit::What::mark) {
    ui.tooltip = seconds_text(trace[std::min<Seq>(hit->seq, trace.size() - 1)].t_ns) + "  " +
                 describe(trace, std::min<Seq>(hit->seq, trace.size() - 1));
    ui.hand_cursor = true;
  } else if (hit->what == Hit::What::badge) {
    ui.tooltip = "Several steps at " + seconds_text(hit->t_ns) + ": open them";
    ui.hand_cursor = true;
  } else if (hit->what == Hit::What::lane_name) {
    ui.hand_cursor = true;
  }
}

/// How long the thread worked, was blocked and idle within a stretch of time.
struct Sums {
  std::int64_t worked_ns = 0;
  std::int64_t blocked_ns = 0;
};

Sums sums_of(const Trace& trace, std::int64_t from_ns, std::int64_t to_ns) {
  Sums sums;
  for (const std::uint32_t seq : trace.thread_events()) {
    const Event& event = trace[seq];
    const std::int64_t end_ns = event.t_ns + event.duration();
    const std::int64_t inside = std::min(end_ns, to_ns) - std::max(event.t_ns, from_ns);
    if (inside > 0) {
      (event.kind == Kind::blocked ? sums.blocked_ns : sums.worked_ns) += inside;
    }
  }
  return sums;
}

void draw_span_on(Ui& ui, Painter& paint_on, const Timeline& timeline, double from, double to,
                  std::string_view words) {
  for (const RunPlace& place : timeline.runs) {
    const float x0 = std::clamp(timeline.map.to_x(from), timeline.map.x0, timeline.map.x1);
    const float x1 = std::clamp(timeline.map.to_x(to), timeline.map.x0, timeline.map.x1);
    paint_on.fill({x0, place.lanes.y, x1 - x0, place.lanes.height}, paint(Role::accent, 0.10F));
    paint_on.fill({x0, place.lanes.y, ui.scale, place.lanes.height}, paint(Role::accent));
    paint_on.fill({x1, place.lanes.y, ui.scale, place.lanes.height}, paint(Role::accent));
  }
  if (timeline.runs.empty()) {
    return;
  }
  const float s = ui.scale;
  const float width = embedded_measure().width(words, Face::semibold, 12 * s) + 20 * s;
  const float middle = (timeline.map.to_x(from) + timeline.map.to_x(to)) / 2;
  const float x = std::clamp(middle - width / 2, 0.0F, std::max(0.0F, timeline.map.x1 - width));
  const float y = timeline.runs.front().lanes.bottom() + 3 * s;
  paint_on.frame({x, y, width, 22 * s}, paint(Role::panel), paint(Role::accent), 11 * s, s);
  paint_on.words({x + width / 2, y + 15.5F * s}, words, 12 * s, Face::semibold, paint(Role::accent),
                 Align::middle);
}

void draw_spans(Ui& ui, Painter& paint_on, const Timeline& timeline) {
  const Trace& trace = ui.session.focused().trace();
  const bool by_time = ui.session.view().axis == Axis::time;
  std::string of_run;
  if (ui.session.run_count() > 1) {
    of_run = std::string(1, static_cast<char>('A' + ui.session.view().focus)) + " · ";
  }
  const auto words = [&](std::int64_t from_ns, std::int64_t to_ns) {
    const Sums sums = sums_of(trace, from_ns, to_ns);
    const std::int64_t idle_ns = to_ns - from_ns - sums.worked_ns - sums.blocked_ns;
    std::string text =
        of_run + total_text(to_ns - from_ns) + ": worked " + total_text(sums.worked_ns);
    if (sums.blocked_ns > 0) {
      text += ", blocked " + total_text(sums.blocked_ns);
    }
    return text + ", idle " + total_text(std::max<std::int64_t>(idle_ns, 0));
  };
  if (const auto span = ui.session.span()) {
    const auto time_at = [&](double value) {
      return by_time ? std::llround(value) : trace[seq_at_value(trace, Axis::steps, value)].t_ns;
    };
    draw_span_on(ui, paint_on, timeline, span->first, span->second,
                 words(time_at(span->first), time_at(span->second)));
  }
  if (const auto mark_ns = ui.session.mark_ns()) {
    const std::int64_t now_ns = ui.session.state().t_ns;
    const auto [from_ns, to_ns] = std::minmax(*mark_ns, now_ns);
    const auto place = [&](std::int64_t t_ns) {
      return by_time ? static_cast<double>(t_ns)
                     : axis_value(trace, Axis::steps, trace.last_at(t_ns));
    };
    draw_span_on(ui, paint_on, timeline, place(from_ns), place(to_ns), words(from_ns, to_ns));
  }
}

void interact(Ui& ui, Box box, const Timeline& timeline) {
  const Touch touch = ui.touch_mouse(id_of("timeline"), box);
  const float s = ui.scale;
  Mouse mouse{timeline, {(ui.mouse().x - box.x) * s, (ui.mouse().y - box.y) * s}, 0, 0};
  mouse.most_scroll = std::max(0.0F, timeline.content_height - box.height * s);
  if (ui.session.scroll_y() > mouse.most_scroll) {
    scroll_lanes(ui, mouse, 0);  // fewer lanes, or a higher window
  }
  mouse.run = run_at(timeline, mouse.at);
  if (touch.pressed) {
    begin_drag(mouse);
  } else if (touch.held) {
    go_on_dragging(ui, mouse);
  }
  if (touch.released) {
    drag_now = Drag::none;
  }
  if (touch.clicked && !moved_far()) {
    click(ui, mouse);
  }
  if (touch.hovered) {
    wheel(ui, mouse);
    if (!touch.held) {
      hover(ui, mouse);
    }
  }
}

/// Lanes as high as they may be for all of them to be seen; where even the lowest are too many,
/// they scroll.
Timeline fitted(TimelineView view) {
  struct Density {
    float pitch, bar, gap, name, label;
    bool legend;
  };
  constexpr std::array<Density, 6> kDensities = {{{46, 24, 28, 14, 11.5F, true},
                                                  {42, 24, 20, 14, 11.5F, true},
                                                  {42, 24, 16, 14, 11.5F, false},
                                                  {36, 22, 10, 13, 11, false},
                                                  {31, 19, 6, 13, 10.5F, false},
                                                  {27, 17, 4, 12.5F, 10, false}}};
  const float width = view.width / view.scale;
  view.metrics.name_width = std::clamp(width * 0.22F, 128.0F, 170.0F);
  for (const Density& density : kDensities) {
    view.metrics.lane_pitch = density.pitch;
    view.metrics.bar_height = density.bar;
    view.metrics.run_gap = density.gap;
    view.metrics.name_size = density.name;
    view.metrics.label_size = density.label;
    view.metrics.note_size = std::min(11.5F, density.label);
    view.show_legend = density.legend;
    view.show_notes = density.pitch > 34;  // a second line under the names needs the room
    Timeline timeline = layout(view, embedded_measure());
    if (timeline.content_height <= view.height || &density == &kDensities.back()) {
      return timeline;
    }
  }
  return {};
}

void draw(Ui& ui, Box box) {
  const float s = ui.scale;
  const Box inside{box.x + 1, box.y + 1, box.width - 1, box.height - 1};
  const Timeline timeline =
      fitted(ui.session.timeline_view(inside.width * s, inside.height * s, s));
  Painter shapes = ui.paint.moved(1, {inside.x * s, inside.y * s});
  shapes.push_clip({0, 0, inside.width * s, inside.height * s});
  shapes.draw(timeline.shapes);
  draw_spans(ui, shapes, timeline);
  shapes.pop_clip();
  interact(ui, inside, timeline);
}

}  // namespace

extern const Panel timeline_panel;
const Panel timeline_panel = {"timeline", Column::middle, 220, 1, [](Ui&, float) { return 420.0F; },
                              draw};

}  // namespace interleave
