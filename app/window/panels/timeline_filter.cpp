// The field that leaves only lanes with its words in their names.

#include <algorithm>

#include "app/timeline/measure.h"
#include "app/window/panel.h"
#include "app/window/panels/timeline_parts.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kFieldWidth = 220;
constexpr float kMostWords = 110;

std::string filter_words(Ui& ui) {
  const std::string& filter = ui.session.view().lanes.filter;
  return filter.empty() ? std::string()
                        : shortened(embedded_measure(), filter, Face::semibold, 12, kMostWords);
}

void draw_lens(Ui& ui, Point m, Paint ink) {
  CircleShape lens;
  lens.centre = {m.x - 1.5F, m.y - 1.5F};
  lens.radius = 4.5F;
  lens.stroke = ink;
  lens.stroke_width = 1.6F;
  ui.paint.circle(lens);
  ui.paint.line({m.x + 2, m.y + 2}, {m.x + 6, m.y + 6}, ink, 1.8F);
}

/// Letters may have come since the last frame.
void accept(Session& session, UiState& state) {
  TimelineTouch& touch = state.timeline;
  if (touch.filter.text() != session.view().lanes.filter) {
    session.apply(command::FilterLanes{touch.filter.text()});
  }
  session.apply(command::Flip{command::Toggle::lane_filter});
}

void open(Session& session, UiState& state) {
  TimelineTouch& touch = state.timeline;
  touch.filter.set(session.view().lanes.filter);
  touch.filter.select_all();
  touch.filter_sent = touch.filter.text();
}

/// What is typed acts at once; what undo brings back is seen in the field.
void exchange(Ui& ui) {
  TimelineTouch& touch = ui.state.timeline;
  if (touch.filter.text() != touch.filter_sent) {
    touch.filter_sent = touch.filter.text();
    ui.send(command::FilterLanes{touch.filter_sent});
  } else if (ui.session.view().lanes.filter != touch.filter_sent) {
    touch.filter_sent = ui.session.view().lanes.filter;
    touch.filter.set(touch.filter_sent);
  }
}

void draw(Ui& ui) {
  const Box button = ui.state.timeline.filter_box;
  const float width = std::min(kFieldWidth, ui.window.width - 16);
  const Box box{std::max(8.0F, button.right() - width), button.y - 4, width, 62};
  ui.paint.frame(box, paint(Role::panel), paint(Role::border), 8);
  text_field(ui, {box.x + 8, box.y + 8, box.width - 16, 28}, ui.state.timeline.filter,
             "part of a lane’s name", true);
  ui.paint.words_in({box.x + 10, box.y + 52}, box.width - 20, "Enter keeps it, Esc shows all", 12,
                    Face::regular, paint(Role::ink_soft));
  exchange(ui);
  const Touch whole = ui.touch_mouse(id_of("filter ground"), ui.window);
  const Point at = ui.mouse();
  if (whole.clicked && !box.contains(at)) {
    ui.send(command::Flip{command::Toggle::lane_filter});
  }
}

TextField* field(UiState& state) { return &state.timeline.filter; }

bool shown(const Session& session) { return session.shown(command::Toggle::lane_filter); }

}  // namespace

float filter_button_width(Ui& ui) {
  const std::string words = filter_words(ui);
  return words.empty() ? 26 : ui.width_of(words, 12, Face::semibold) + 54;
}

void draw_filter_button(Ui& ui, Box box) {
  ui.state.timeline.filter_box = box;
  const std::string words = filter_words(ui);
  const Box open_box{box.x, box.y, box.width - (words.empty() ? 0.0F : 22.0F), box.height};
  const Touch touch = ui.touch(id_of("filter"), open_box);
  const Role ink = words.empty() ? (touch.hovered ? Role::ink : Role::ink_soft) : Role::accent;
  ui.paint.frame(box, paint(words.empty() ? Role::paper : Role::accent_soft),
                 words.empty() ? Paint{} : paint(Role::accent), 6);
  draw_lens(ui, {box.x + 13, box.y + box.height / 2}, paint(ink));
  ui.paint.words({box.x + 26, box.y + box.height / 2 + 4.3F}, words, 12, Face::semibold,
                 paint(Role::accent));
  if (touch.focused) {
    ui.focus_ring(open_box, 6);
  }
  if (touch.hovered) {
    ui.tooltip = "Find lanes by name (Ctrl+F)";
  }
  if (touch.activated) {
    ui.send(command::Flip{command::Toggle::lane_filter});
  }
  if (words.empty()) {
    return;
  }
  const Box cross{box.right() - 24, box.y, 24, box.height};
  const Touch clear = ui.touch(id_of("filter off"), cross);
  icon(ui, Icon::close, {cross.x + 11, cross.y + box.height / 2}, 7, paint(Role::accent));
  if (clear.focused) {
    ui.focus_ring(cross, 6);
  }
  if (clear.hovered) {
    ui.tooltip = "Show all lanes";
  }
  if (clear.activated) {
    ui.send(command::FilterLanes{});
  }
}

extern const Overlay lane_filter_overlay;
const Overlay lane_filter_overlay = {"find lanes", shown, draw, field, accept, open};

}  // namespace interleave
