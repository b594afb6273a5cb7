// The mouse on the timeline's lanes and rulers.

#include <algorithm>
#include <cmath>

#include "app/session/snapping.h"
#include "app/window/panels/timeline_parts.h"

namespace interleave {

namespace {

using Drag = TimelineTouch::Drag;

constexpr float kClickSlack = 25;  // square of the pixels a click may move
/// An event so near is meant, at scale 1.
constexpr float kReach = 7;
/// Half of the playhead's label: it can be dragged by it.
constexpr float kPlayheadGrip = 30;

struct Mouse {
  const Timeline& timeline;
  /// In the timeline's pixels.
  Point at;
  float scale = 1;
  std::size_t run = 0;
  /// How far the lanes can be scrolled, pixels.
  float most_scroll = 0;

  [[nodiscard]] const AxisMap& map() const { return timeline.map; }
  [[nodiscard]] double value() const {
    return map().to_value(std::clamp(at.x, map().x0, map().x1));
  }
  /// In units of the axis; none while Alt is held.
  [[nodiscard]] double reach() const {
    return ImGui::GetIO().KeyAlt ? -1.0 : map().to_value(kReach * scale) - map().to_value(0);
  }
  [[nodiscard]] double per_pixel() const { return map().to_value(1) - map().to_value(0); }
};

std::size_t run_at(const Timeline& timeline, Point at) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < timeline.runs.size(); ++i) {
    if (at.y >= timeline.runs[i].ruler.y) {
      run = i;
    }
  }
  return run;
}

bool on_ruler(const Mouse& mouse) {
  const auto& runs = mouse.timeline.runs;
  return std::any_of(runs.begin(), runs.end(),
                     [&mouse](const RunPlace& place) { return place.ruler.contains(mouse.at); });
}

bool on_playhead(const Mouse& mouse) {
  if (mouse.run >= mouse.timeline.runs.size()) {
    return false;
  }
  const RunPlace& place = mouse.timeline.runs[mouse.run];
  const bool on_label = mouse.at.y < place.ruler.y + 22 * mouse.scale;
  const float grip = (on_label ? kPlayheadGrip : 5.0F) * mouse.scale;
  return place.ruler.contains(mouse.at) && std::abs(mouse.at.x - place.playhead_x) <= grip;
}

/// The place of the event that is near, else the mouse's own.
double snapped(Ui& ui, const Mouse& mouse, std::size_t run) {
  const double value = std::max(0.0, mouse.value());
  const auto snap =
      nearest_event(ui.session.run(run).trace(), mouse.map().axis, value, mouse.reach());
  return snap ? snap->value : value;
}

void move_playhead(Ui& ui, const Mouse& mouse, std::size_t run) {
  const Trace& trace = ui.session.run(run).trace();
  const Axis axis = mouse.map().axis;
  const double value = std::max(0.0, mouse.value());
  const Seq seq = mouse.reach() < 0 ? seq_at_value(trace, axis, value)
                                    : playhead_at(trace, axis, value, mouse.reach());
  if (seq != ui.session.playhead(run) || run != ui.session.view().focus) {
    ui.send(command::GoTo{run, seq});
  }
}

void click(Ui& ui, const Mouse& mouse) {
  const Hit* hit = mouse.timeline.hit_at(mouse.at);
  if (hit == nullptr) {
    ui.send(command::SelectTask{ui.session.view().focus, kNoTask});
    return;
  }
  switch (hit->what) {
    case Hit::What::badge:
    case Hit::What::close_instant:
      ui.send(command::OpenInstant{hit->run, hit->t_ns});
      break;
    case Hit::What::lane_name:
    case Hit::What::lane:
      ui.send(command::SelectTask{hit->run, hit->task});
      break;
    case Hit::What::span:
    case Hit::What::mark:
      ui.send(command::SelectTask{hit->run, hit->task});
      ui.send(command::GoTo{hit->run, hit->seq});
      break;
    case Hit::What::parts:
    case Hit::What::level:
      ui.send(command::GoTo{hit->run, hit->seq});
      break;
    case Hit::What::ruler:
      ui.send(command::ClearSpan{});
      move_playhead(ui, mouse, mouse.run);
      break;
    case Hit::What::fold:
      ui.send(command::FoldLane{hit->run, hit->task});
      break;
    case Hit::What::fold_run:
      ui.send(command::FoldRun{hit->run});
      break;
    case Hit::What::pin:
      ui.send(command::PinLane{hit->run, hit->lane});
      break;
    case Hit::What::hidden_lanes:
      ui.send(command::FilterLanes{});
      break;
  }
}

/// So far that it is a drag and no click.
bool moved_far() { return ImGui::GetIO().MouseDragMaxDistanceSqr[0] >= kClickSlack; }

/// False at the ends.
bool scroll_lanes(Ui& ui, const Mouse& mouse, float by) {
  const float now = ui.session.scroll_y();
  const float wanted = std::clamp(now + by, 0.0F, mouse.most_scroll);
  if (wanted != now) {
    ui.send(command::ScrollLanes{wanted - now});
  }
  return wanted != now;
}

void begin_drag(Ui& ui, const Mouse& mouse) {
  TimelineTouch& touch = ui.state.timeline;
  touch.run = mouse.run;
  touch.from = mouse.map().to_value(mouse.at.x);
  touch.brushed = kNoTask;
  const bool shift = ImGui::GetIO().KeyShift;
  if (on_playhead(mouse) && !shift) {
    touch.drag = Drag::playhead;
    // One playhead for all goes by the stops of the run in focus.
    touch.run = ui.session.compared().apart ? mouse.run : ui.session.view().focus;
  } else if (shift || on_ruler(mouse)) {
    touch.drag = Drag::span;
    touch.from = snapped(ui, mouse, mouse.run);
    const Hit* hit = mouse.timeline.hit_at(mouse.at);
    touch.brushed = hit != nullptr && !on_ruler(mouse) ? hit->task : kNoTask;
  } else {
    touch.drag = Drag::pan;
  }
}

void go_on_dragging(Ui& ui, const Mouse& mouse) {
  const TimelineTouch& touch = ui.state.timeline;
  switch (touch.drag) {
    case Drag::span:
      if (moved_far() && touch.run < ui.session.run_count()) {
        if (touch.brushed != kNoTask && touch.brushed != ui.session.selected_task()) {
          ui.send(command::SelectTask{touch.run, touch.brushed});
        }
        ui.send(command::SetSpan{touch.from, snapped(ui, mouse, touch.run)});
      }
      break;
    case Drag::playhead:
      if (touch.run < ui.session.run_count()) {
        move_playhead(ui, mouse, touch.run);
      }
      break;
    case Drag::pan:
      if (!moved_far()) {
        break;
      }
      scroll_lanes(ui, mouse, -ImGui::GetIO().MouseDelta.y);
      // The value that was taken hold of stays under the mouse.
      if (const double by = touch.from - mouse.map().to_value(mouse.at.x);
          std::abs(by) > 0.01 * mouse.per_pixel()) {
        ui.send(command::Pan{by, 0, true});
      }
      break;
    case Drag::map:
    case Drag::none:
      break;
  }
}

/// Lanes scroll where they overflow, else the axis pans; sideways it always pans.
void wheel(Ui& ui, const Mouse& mouse) {
  const ImGuiIO& io = ImGui::GetIO();
  float along = io.MouseWheelH;
  if (io.KeyCtrl && io.MouseWheel != 0) {
    ui.send(command::Zoom{std::pow(1.2, static_cast<double>(io.MouseWheel)), mouse.value()});
  } else if (!io.KeyShift && mouse.most_scroll > 0) {
    scroll_lanes(ui, mouse, -io.MouseWheel * 40 * ui.scale);
  } else {
    along += io.MouseWheel;
  }
  if (along != 0) {
    ui.send(command::Pan{0, -0.08 * static_cast<double>(along), false});
  }
}

/// The event that a click or a drag would snap to is shown.
void guide(Ui& ui, const TimelineScreen& screen, const Mouse& mouse) {
  const TimelineTouch& touch = ui.state.timeline;
  const bool dragging = touch.drag == Drag::span || touch.drag == Drag::playhead;
  if (screen.masked || (touch.drag != Drag::none && !dragging) || mouse.timeline.runs.empty()) {
    return;
  }
  const std::size_t run = dragging ? touch.run : mouse.run;
  if (run >= ui.session.run_count() || run >= mouse.timeline.runs.size()) {
    return;
  }
  const RunPlace& place = mouse.timeline.runs[run];
  const bool beside = place.ruler.contains(mouse.at) || place.lanes.contains(mouse.at);
  if (!dragging && !beside) {
    return;
  }
  const Trace& trace = ui.session.run(run).trace();
  const bool stops = touch.drag == Drag::playhead || place.ruler.contains(mouse.at);
  const auto snap = stops && touch.drag != Drag::span
                        ? nearest_stop(trace, mouse.map().axis, mouse.value(), mouse.reach())
                        : nearest_event(trace, mouse.map().axis, mouse.value(), mouse.reach());
  if (snap) {
    TimelineScreen over = screen;
    draw_guide(ui, over, run, snap->value);
  }
}

void note_hovered_lane(Ui& ui, const Mouse& mouse, bool hovered) {
  TimelineTouch& touch = ui.state.timeline;
  touch.hovered.reset();
  for (std::size_t i = 0; hovered && i < mouse.timeline.runs.size(); ++i) {
    const RunPlace& run = mouse.timeline.runs[i];
    for (const LanePlace& lane : run.lane_places) {
      const bool scrolled_away = !lane.pinned && mouse.at.y < run.scroll_top;
      if (lane.box.contains(mouse.at) && !scrolled_away) {
        touch.hovered = lane.key;
        touch.hovered_run = i;
      }
    }
  }
}

Mouse mouse_of(Ui& ui, const TimelineScreen& screen) {
  const float s = ui.scale;
  Mouse mouse{screen.timeline,
              {(ui.mouse().x - screen.box.x) * s, (ui.mouse().y - screen.box.y) * s},
              s,
              0,
              std::max(0.0F, screen.timeline.content_height - screen.box.height * s)};
  mouse.run = std::min(run_at(screen.timeline, mouse.at), ui.session.run_count() - 1);
  return mouse;
}

/// With it in sight, as much of a run is as has room: its last lane, or the last of the first ones.
std::optional<LaneKey> lane_to_show(const Timeline& timeline, std::size_t run, float room) {
  if (run >= timeline.runs.size() || timeline.runs[run].lane_places.empty()) {
    return std::nullopt;
  }
  const std::vector<LanePlace>& lanes = timeline.runs[run].lane_places;
  constexpr float kHeading = 3;  // as high as so many lanes
  const float have_room = std::max(1.0F, room / lanes.front().box.height - kHeading);
  return lanes[std::min(lanes.size(), static_cast<std::size_t>(have_room)) - 1].key;
}

}  // namespace

void use_mouse(Ui& ui, const TimelineScreen& screen) {
  const Touch touch = ui.touch_mouse(id_of("timeline"), screen.box);
  const Mouse mouse = mouse_of(ui, screen);
  if (ui.session.scroll_y() > mouse.most_scroll) {
    scroll_lanes(ui, mouse, 0);  // fewer lanes, or a higher window
  }
  if (touch.pressed) {
    begin_drag(ui, mouse);
  } else if (touch.held || touch.released) {  // the last move may come with the release
    go_on_dragging(ui, mouse);
  }
  if (touch.clicked && !moved_far()) {
    click(ui, mouse);
  }
  if (touch.released) {
    ui.state.timeline.drag = Drag::none;
    ui.send(command::EndGesture{});
  }
  if (touch.hovered || touch.held) {
    guide(ui, screen, mouse);
  }
  if (touch.hovered) {
    wheel(ui, mouse);
    if (!touch.held) {
      say_what_is_hovered(ui, mouse.timeline.hit_at(mouse.at), screen.masked);
      ui.hand_cursor = ui.hand_cursor || on_playhead(mouse);
    }
  }
  note_hovered_lane(ui, mouse, touch.hovered);
}

void follow_lane(Ui& ui, const TimelineScreen& screen) {
  const TaskId task = ui.session.selected_task();
  const bool selected = task != kNoTask;
  const std::size_t run = selected ? ui.session.selected_run() : ui.session.view().focus;
  const float room = screen.box.height * ui.scale;
  const auto lane = selected ? std::optional(LaneKey{LaneKey::What::task, task, 0})
                             : lane_to_show(screen.timeline, run, room);
  // In less room, and in another lesson, it is looked for again.
  const std::uint64_t what = id_of(ui.session.view().scenario + (selected ? " task" : ""),
                                   (static_cast<std::uint64_t>(screen.box.height) << 40U) |
                                       (static_cast<std::uint64_t>(run) << 32U) | task);
  std::uint64_t& followed = ui.state.followed[id_of("timeline lane")];
  if (what == followed) {
    return;
  }
  const auto by = lane ? scroll_to_lane(screen.timeline, run, *lane, room) : std::nullopt;
  // Headings stay in sight and move with the lanes for a while: it may take several times.
  constexpr int kMostTimes = 20;
  int& times = ui.state.timeline.times_scrolled;
  if (!by || *by == 0 || ++times > kMostTimes || !scroll_lanes(ui, mouse_of(ui, screen), *by)) {
    followed = what;
    times = 0;
  }
}

}  // namespace interleave
