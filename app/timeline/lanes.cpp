#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"

namespace interleave {
namespace {

struct NamePlace {
  Point dot;
  float text_x;
  float name_y;
  float note_y;
};

NamePlace place_of(const Frame& frame, const Lane& lane) {
  const Metrics& m = frame.m;
  const float kn = m.name_size / 13;
  const float indent = static_cast<float>(lane.depth) * 12 * kn;
  const float dot_x = m.left_pad + 6 * kn + indent;
  const bool noted = frame.view.show_notes && m.lane_pitch > 1.9F * m.name_size;
  const float middle = lane.top + m.lane_pitch * (noted ? 0.39F : 0.478F);
  return {{dot_x, middle},
          dot_x + 14 * kn,
          middle + 0.35F * m.name_size,
          middle + 0.35F * m.name_size + 1.32F * m.note_size};
}

bool has_handles(const Frame& frame, const Lane& lane) {
  return frame.view.show_handles && (lane.foldable || lane.folded > 0);
}

Label fold_badge(const Frame& frame, const Lane& lane) {
  return {lane.folded > 0 ? "+" + std::to_string(lane.folded) : std::string(), frame.m.note_size,
          Face::bold, paint(Role::accent)};
}

// What stands behind a name: the triangle, and how many lanes are folded.
float handle_room(const Frame& frame, const Lane& lane) {
  const float triangle = has_handles(frame, lane) ? 1.15F * frame.m.name_size : 0;
  const Label badge = fold_badge(frame, lane);
  return triangle + (badge.text.empty() ? 0 : frame.text_width(badge) + 0.9F * badge.size);
}

// ▸ or ▾ and "+3", from `x` on; `y` is the middle of the name.
void draw_fold(Frame& frame, const RunFrame& run, const Lane& lane, float x, float y) {
  const float size = frame.m.name_size;
  const float begin = x;
  if (has_handles(frame, lane)) {
    const Point c{x + 0.72F * size, y};
    draw_triangle(frame, c, 0.32F * size, lane.folded > 0);
    x += 1.15F * size;
  }
  const Label badge = fold_badge(frame, lane);
  if (!badge.text.empty()) {
    x += 0.35F * badge.size;
    frame.text_if_free(badge, {x, y + 0.36F * badge.size}, Align::left,
                       std::to_string(lane.folded) + " lanes are folded into this one");
    x += frame.text_width(badge);
  }
  if (x > begin && frame.view.show_handles) {
    const float half = std::min(0.75F * size + 2 * frame.scale, frame.m.lane_pitch / 2);
    frame.hit(Hit::What::fold, {begin, y - half, x - begin + 0.3F * size, 2 * half}, run.index,
              lane, run.run->playhead, 0);
  }
}

bool shows_pin(const Frame& frame, const RunFrame& run, const Lane& lane, bool selected) {
  const bool hovered = run.index == frame.view.hovered_run && frame.view.hovered &&
                       *frame.view.hovered == key_of(lane);
  return frame.view.show_handles && (lane.pinned || hovered || selected);
}

// A pin: filled while the lane is pinned, hollow where it could be.
void draw_pin(Frame& frame, const RunFrame& run, const Lane& lane, float x, float y) {
  const float k = frame.m.name_size / 13;
  const Paint ink = paint(lane.pinned ? Role::accent : Role::ink_soft);
  frame.line({x, y}, {x, y + 6 * k}, ink, 1.3F * k);
  frame.path({{x - 3 * k, y - 6 * k},
              {x + 3 * k, y - 6 * k},
              {x + 2.2F * k, y - 1.5F * k},
              {x + 4.2F * k, y + 1 * k},
              {x - 4.2F * k, y + 1 * k},
              {x - 2.2F * k, y - 1.5F * k}},
             true, lane.pinned ? ink : Paint{}, ink, 1.2F * k);
  frame.target->back().title = lane.pinned ? "pinned: it stays when the others scroll" : "pin it";
  frame.hit(Hit::What::pin, {x - 9 * k, y - 9 * k, 18 * k, 18 * k}, run.index, lane,
            run.run->playhead, 0);
}

void draw_dot(Frame& frame, const RunFrame& run, const Lane& lane, Point at) {
  const float r = 5 * frame.m.name_size / 13;
  if (lane.what == Lane::What::resource) {  // a thing, not somebody who runs
    frame.rect({at.x - 0.85F * r, at.y - 0.85F * r, 1.7F * r, 1.7F * r}, {}, 0.3F * r).stroke =
        paint(Role::ink_soft);
    std::get<RectShape>(frame.target->back().form).stroke_width = 0.3F * r;
  } else if (!lane.only_counts()) {
    const std::uint16_t colour =
        lane.what == Lane::What::task ? frame.colours.of(run.index, lane.task) : std::uint16_t{0};
    frame.circle(at, r, task_paint(colour));
  }
}

/// What is left of a label when parts at its end go, each with the separator before it, until it
/// has room: "done · ran 0.8 · ready 0.6" becomes "done · ran 0.8".
std::string without_last_parts(const Measure& measure, const Label& label,
                               std::string_view separator, float room) {
  std::string text = label.text;
  for (auto at = text.rfind(separator);
       at != std::string::npos && measure.width(text, label.face, label.size) > room;
       at = text.rfind(separator)) {
    text.erase(at);
  }
  return text;
}

bool is_selected(const Frame& frame, const RunFrame& run, const Lane& lane) {
  return run.index == frame.view.selected_run && lane.what == Lane::What::task &&
         lane.task == frame.view.selected_task;
}

// What stands under its name: of the state at the playhead.
std::string note_of(const RunFrame& run, const Lane& lane) {
  if (run.state != nullptr && lane.what == Lane::What::thread) {
    return thread_note(run);
  }
  if (run.state != nullptr && lane.what == Lane::What::task) {
    return task_note(run, lane.task);
  }
  return lane.what == Lane::What::resource ? resource_note(run, lane.resource) : std::string();
}

void draw_name(Frame& frame, const RunFrame& run, const Lane& lane) {
  const std::string whole_name = lane_name(run, lane);
  const Metrics& m = frame.m;
  const NamePlace place = place_of(frame, lane);
  const bool selected = is_selected(frame, run, lane);
  const bool pin = !lane.only_counts() && shows_pin(frame, run, lane, selected);
  const float room = m.name_width - 14 * frame.k - place.text_x;
  const float middle = place.name_y - 0.35F * m.name_size;
  draw_dot(frame, run, lane, place.dot);
  Label name{whole_name, m.name_size, Face::semibold, paint(selected ? Role::accent : Role::ink)};
  if (lane.only_counts()) {
    name.face = Face::regular;
    name.paint = paint(lane.what == Lane::What::hidden ? Role::accent : Role::ink_soft);
  }
  const float pin_room = pin ? 1.3F * m.name_size : 0;
  // A line that only counts has no bar beside it: it may go on into the axis.
  const float name_room = lane.what == Lane::What::hidden
                              ? frame.view.width - place.text_x - m.right_pad
                              : room - handle_room(frame, lane) - pin_room;
  if (lane.what == Lane::What::thread) {
    name.text = without_last_parts(frame.measure, name, " (", name_room);
  }
  name.text = shortened_inside(frame.measure, name.text, name.face, name.size, name_room);
  // The whole name is said where it had to be cut.
  const bool whole = name.text == whole_name;
  frame.text_if_free(name, {place.text_x, place.name_y}, Align::left,
                     whole ? std::string() : whole_name);
  draw_fold(frame, run, lane, place.text_x + frame.text_width(name), middle);
  if (pin) {
    draw_pin(frame, run, lane, m.name_width - 14 * frame.k - 0.4F * m.name_size, middle);
  }
  if (frame.view.show_notes && m.lane_pitch > 1.9F * m.name_size) {
    Label note{note_of(run, lane), m.note_size, Face::regular, paint(Role::ink_soft)};
    note.text = without_last_parts(frame.measure, note, " · ", room);
    note.text = shortened(frame.measure, note.text, note.face, note.size, room);
    frame.text_if_free(note, {place.text_x, place.note_y});
  }
}

// Down from a parent's dot to its last child.
void draw_upright(Frame& frame, const RunFrame& run, const Lane& lane) {
  if (lane.last_child < 0) {
    return;
  }
  const Lane& last = run.lanes[static_cast<std::size_t>(lane.last_child)];
  const Point dot = place_of(frame, lane).dot;
  const float from = std::max(dot.y + 6 * frame.m.name_size / 13, run.scroll_top);
  const float to = std::min(place_of(frame, last).dot.y, frame.view.height);
  if (to > from) {
    frame.line({dot.x, from}, {dot.x, to}, paint(Role::ink_faint), 1.2F * frame.k);
  }
}

// One upright for each parent, and a branch to each child.
void draw_connectors(Frame& frame, const RunFrame& run) {
  const std::span<const Lane> lanes = run.lanes_in_sight(frame, false);
  for (const Lane& lane : lanes) {
    if (lane.parent >= 0) {
      const Point from = place_of(frame, run.lanes[static_cast<std::size_t>(lane.parent)]).dot;
      const Point to = place_of(frame, lane).dot;
      frame.line({from.x, to.y}, {to.x - 6 * frame.m.name_size / 13, to.y}, paint(Role::ink_faint),
                 1.2F * frame.k);
    }
  }
  for (const Lane& lane : lanes) {
    draw_upright(frame, run, lane);
  }
  // Those that come from above are the first one's parent and its parents.
  int parent = lanes.empty() ? -1 : lanes.front().parent;
  for (; parent >= 0; parent = run.lanes[static_cast<std::size_t>(parent)].parent) {
    draw_upright(frame, run, run.lanes[static_cast<std::size_t>(parent)]);
  }
}

}  // namespace

void draw_stripes(Frame& frame, const RunFrame& run, bool staying) {
  for (const Lane& lane : run.lanes_in_sight(frame, staying)) {
    const auto i = &lane - run.lanes.data();
    const Box box{0, lane.top, frame.view.width, lane.height};
    if (is_selected(frame, run, lane)) {
      frame.rect(box, paint(Role::accent_soft));
    } else if (i % 2 == 1) {
      // On white half as strong: it only guides the eye.
      frame.rect(box, paint(Role::stripe, frame.view.backdrop == Role::panel ? 0.6F : 1.0F));
    }
    const bool changed = frame.view.pulse > 0 && run.has_playhead &&
                         lane.what == Lane::What::task &&
                         (*run.trace)[run.run->playhead].task == lane.task;
    if (changed) {
      frame.rect(box, paint(Role::accent_soft, std::min(1.0F, frame.view.pulse)));
    }
    const auto what = lane.what == Lane::What::hidden ? Hit::What::hidden_lanes : Hit::What::lane;
    frame.hit(what, box, run.index, lane, run.run->playhead, 0);
  }
}

void draw_triangle(Frame& frame, Point c, float r, bool folded) {
  const Paint ink = paint(Role::ink_soft);
  if (folded) {
    frame.path({{c.x - 0.75F * r, c.y - r}, {c.x + r, c.y}, {c.x - 0.75F * r, c.y + r}}, true, ink,
               {}, 0);
  } else {
    frame.path({{c.x - r, c.y - 0.75F * r}, {c.x + r, c.y - 0.75F * r}, {c.x, c.y + r}}, true, ink,
               {}, 0);
  }
}

float name_room(const Frame& frame, const RunFrame& run) {
  // A look at the first lanes is enough to place a column.
  constexpr std::size_t most = 200;
  float widest = 0;
  for (std::size_t i = 0; i < std::min(most, run.lanes.size()); ++i) {
    const Lane& lane = run.lanes[i];
    if (lane.what == Lane::What::hidden) {
      continue;
    }
    const float x = place_of(frame, lane).text_x + handle_room(frame, lane);
    const std::string name = lane_name(run, lane);
    widest = std::max(widest, x + frame.measure.width(name, Face::semibold, frame.m.name_size));
  }
  return std::ceil(widest + 15 * frame.k);
}

void draw_lane_names(Frame& frame, const RunFrame& run, bool staying) {
  if (!staying) {
    draw_connectors(frame, run);
  }
  for (const Lane& lane : run.lanes_in_sight(frame, staying)) {
    if (!lane.only_counts()) {
      frame.hit(Hit::What::lane_name, {0, lane.top, frame.m.name_width, lane.height}, run.index,
                lane, run.run->playhead, 0);
    }
    draw_name(frame, run, lane);
  }
}

}  // namespace interleave
