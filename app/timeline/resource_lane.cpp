#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/timeline/level_words.h"
#include "app/timeline/parts.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

// A queue, a semaphore, a server, a barrier: a curve of its level, with the capacity as a dashed
// line. A condition: how many wait. A lock: a bar for whoever holds it. An event: a bar while it is
// set. Below, a thin line as long as anybody waits.
//
//     capacity  - - - - - - - - - - - - - - 5
//               ▁▁▁▁████▆▆▆▆▁▁▁▁
//     waiting       ──────

namespace interleave {
namespace {

constexpr float kLeastTouched_px = 3;

using Levels = std::span<const ResourceLevel>;

bool is_held(ResourceType type) {
  return type == ResourceType::lock || type == ResourceType::event;
}

std::int64_t shown_level(ResourceType type, const ResourceLevel& level) {
  return type == ResourceType::condition ? level.waiting : level.level;
}

// Where a change stands, and in which column of pixels where events are dense.
struct Place {
  float x = 0;
  std::size_t column = 0;
};

struct Course {
  Frame& frame;
  const RunFrame& run;
  const Lane& lane;
  const ResourceInfo& info;
  Levels levels;
  // Upright: where nothing is, and the highest level.
  float base = 0;
  float top = 0;
  std::int64_t scale_to = 1;
  // Where events are dense: how many changes there are at each column of pixels.
  std::vector<std::size_t> changes_until = {};

  // Where events are dense, a pixel is near enough.
  [[nodiscard]] Place place_of(const ResourceLevel& level) const {
    Place place;
    if (run.dense) {
      place.column = run.dense->column_of(level.seq);
      place.x = run.dense->x_of_column(place.column, level.seq);
    } else {
      place.x = run.x_at(frame, (*run.trace)[level.seq].t_ns, level.seq);
    }
    // What has happened where the playhead stands lies before it, even within a column of steps.
    if (run.has_playhead && !run.ahead(level.seq)) {
      place.x = std::min(place.x, run.playhead_x);
    }
    return place;
  }
  [[nodiscard]] float y_of(std::int64_t level) const {
    const auto part = static_cast<float>(level) / static_cast<float>(scale_to);
    return base - (base - top) * std::clamp(part, 0.0F, 1.0F);
  }
  // Where the run ends, or the axis, or what may be seen.
  [[nodiscard]] float end_x() const {
    const Seq last = run.trace->size() - 1;
    const float x = run.columns ? frame.map().to_x(run.columns->total())
                                : run.x_at(frame, (*run.trace)[last].t_ns, last);
    const float seen = frame.view.mask && run.has_playhead ? run.playhead_x : x;
    return std::min({x, seen, frame.map().x1});
  }
  [[nodiscard]] Levels::iterator at_index(std::size_t index) const {
    return levels.begin() + static_cast<std::ptrdiff_t>(index);
  }
  // The last change that is not right of the view's left end.
  [[nodiscard]] Levels::iterator first() const {
    const std::size_t count =
        run.trace->resource_levels().count_until(lane.resource, run.first_seq);
    return at_index(count == 0 ? 0 : count - 1);
  }
  // The first change behind `at` that is at least a pixel further.
  [[nodiscard]] Levels::iterator after(Levels::iterator at, const Place& place) const {
    if (run.dense) {
      return place.column == run.dense->count() ? levels.end()
                                                : at_index(changes_until[place.column]);
    }
    return std::partition_point(at, levels.end(), [&](const ResourceLevel& level) {
      return place_of(level).x < place.x + 1;
    });
  }
  // How high and how low it goes from `at` up to `next`.
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> low_and_high(Levels::iterator at,
                                                                   Levels::iterator next) const {
    const LevelRange range = run.trace->resource_levels().range(
        lane.resource, static_cast<std::size_t>(at - levels.begin()),
        static_cast<std::size_t>(next - levels.begin()));
    return info.type == ResourceType::condition
               ? std::pair<std::int64_t, std::int64_t>{range.least_waiting, range.most_waiting}
               : std::pair{range.lowest, range.highest};
  }
};

std::string title_of(const Course& course, const ResourceLevel& level) {
  const std::string name(course.run.trace->text(course.info.name));
  return name + ": " + level_words(*course.run.trace, course.lane.resource, level) + " from " +
         seconds_text((*course.run.trace)[level.seq].t_ns);
}

void touch(const Course& course, float x0, float x1, const ResourceLevel& level) {
  const float left = std::max(x0, course.frame.map().x0);
  const float width = std::min(x1, course.frame.map().x1) - left;
  if (width >= kLeastTouched_px) {
    course.frame.hit(Hit::What::level, {left, course.lane.top, width, course.lane.height},
                     course.run.index, course.lane, level.seq, (*course.run.trace)[level.seq].t_ns);
  }
}

// The steps of the curve, at most a few points a pixel: of changes that share one, the lowest and
// the highest.
std::vector<Point> curve_of(const Course& course) {
  std::vector<Point> points;
  const AxisMap& map = course.frame.map();
  const float end = course.end_x();
  auto at = course.first();
  float y = course.y_of(0);
  Place place = at == course.levels.end() ? Place{} : course.place_of(*at);
  for (bool begun = false; at != course.levels.end() && place.x <= end;) {
    const auto next = course.after(at, place);
    const auto [lowest, highest] = course.low_and_high(at, next);
    const float to_y = course.y_of(shown_level(course.info.type, *(next - 1)));
    const float low = course.y_of(lowest);
    const float high = course.y_of(highest);
    const float drawn_x = std::max(place.x, map.x0);
    if (begun) {
      points.push_back({drawn_x, y});
      points.push_back({drawn_x, low});
      points.push_back({drawn_x, high});
    }
    points.push_back({drawn_x, to_y});
    const Place next_place = next == course.levels.end() ? Place{end, 0} : course.place_of(*next);
    touch(course, place.x, next_place.x, *(next - 1));
    place = next_place;
    y = to_y;
    begun = true;
    at = next;
  }
  if (!points.empty()) {
    points.push_back({std::max(end, points.back().x), y});
  }
  return points;
}

void draw_curve(const Course& course) {
  Frame& frame = course.frame;
  const std::vector<Point> points = curve_of(course);
  if (points.empty()) {
    return;
  }
  // Painters fill convex shapes: one column of the curve after the other.
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point a = points[i];
    const Point b = points[i + 1];
    if (b.x > a.x && course.base > a.y) {
      frame.rect({a.x, a.y, b.x - a.x, course.base - a.y}, paint(Role::ink_soft, 0.16F));
    }
  }
  frame.path(points, false, {}, paint(Role::ink_soft), 1.6F * frame.k);
  const auto last = course.run.state != nullptr ? course.run.state->seq : course.run.last_seq;
  const ResourceLevel* now = course.run.trace->resource_levels().at(course.lane.resource, last);
  if (now != nullptr) {
    frame.target->back().title = title_of(course, *now);
  }
}

// A dashed line and its number, right of the axis; without a bound the highest level, where the
// curve ends.
void draw_capacity(const Course& course) {
  Frame& frame = course.frame;
  const bool bounded = has_bound(course.info);
  if (bounded) {
    const float y = course.y_of(course.info.capacity);
    frame.line({frame.map().x0, y}, {frame.map().x1, y}, paint(Role::ink_faint), 1.2F * frame.k,
               Dash::dashed);
  }
  const std::string number = std::to_string(course.scale_to);
  const Label label{bounded ? number : "max " + number, frame.m.note_size, Face::regular,
                    paint(Role::ink_soft)};
  const float y = course.y_of(course.scale_to) + 0.36F * label.size;
  const float x = bounded ? frame.map().x1 : course.end_x();
  frame.text_if_free(label, {x + 5 * frame.scale, y}, Align::left,
                     (bounded ? "capacity " : "at most ") + number);
}

struct Held {
  float x0 = 0;
  float x1 = 0;
  const ResourceLevel* level = nullptr;
};

void draw_held(const Course& course, const Held& held) {
  Frame& frame = course.frame;
  const bool lock = course.info.type == ResourceType::lock;
  const std::uint16_t colour =
      lock ? frame.colours.of(course.run.index, held.level->holder) : std::uint16_t{0};
  const float x0 = std::max(held.x0, frame.map().x0 - 4);
  const float x1 = std::min(held.x1, frame.map().x1 + 4);
  const float height = 0.75F * frame.m.bar_height;
  const float middle = course.lane.top + frame.m.lane_pitch * 0.478F;
  const Box box{x0, middle - height / 2, std::max(1.5F, x1 - x0 - 0.5F * frame.k), height};
  RectShape& bar = frame.rect(box, paint(Role::panel), box.width > 8 ? 3 * frame.k : 0,
                              title_of(course, *held.level));
  bar.stroke = task_paint(colour);
  bar.stroke_width = 1.6F * frame.k;
  const Label label{
      lock ? std::string(course.run.trace->label(held.level->holder)) : std::string("set"),
      frame.m.label_size, Face::semibold, task_paint(colour)};
  const Stretch free = widest_free(frame, course.run, std::max(box.x, frame.map().x0) + 4 * frame.k,
                                   std::min(box.right(), frame.map().x1) - 4 * frame.k);
  Label fitting = label;
  fitting.text = shortened(frame.measure, label.text, label.face, label.size, free.width());
  const bool said = fitting.text.size() > 5 || fitting.text == label.text;
  if (said && !fitting.text.empty()) {
    frame.text_if_free(fitting, {free.middle(), middle + 0.36F * label.size}, Align::middle);
  }
}

// Stretches in which it is held or set; of those that share a pixel the first.
void draw_holds(const Course& course) {
  const bool lock = course.info.type == ResourceType::lock;
  const auto held_in = [&](const ResourceLevel& level) {
    return lock ? level.holder != kNoTask : level.level > 0;
  };
  const auto same = [&](const ResourceLevel& a, const ResourceLevel& b) {
    return held_in(b) && a.holder == b.holder;
  };
  const float end = course.end_x();
  auto at = course.first();
  while (at != course.levels.begin() && held_in(*at) && same(*(at - 1), *at)) {
    --at;  // it may have been held for long
  }
  while (at != course.levels.end() && course.place_of(*at).x <= end) {
    auto next = at + 1;
    if (!held_in(*at)) {
      at = next;
      continue;
    }
    while (next != course.levels.end() && same(*at, *next)) {
      ++next;
    }
    const Place place = course.place_of(*at);
    const Held held{place.x, next == course.levels.end() ? end : course.place_of(*next).x, &*at};
    if (held.x1 >= course.frame.map().x0) {
      draw_held(course, held);
      touch(course, held.x0, std::max(held.x1, held.x0 + kLeastTouched_px), *at);
    }
    at = held.x1 - held.x0 < 1 ? std::max(next, course.after(at, place)) : next;
  }
}

// A line under the rest, as long as anybody waits.
void draw_waiting(const Course& course) {
  Frame& frame = course.frame;
  if (course.run.trace->resource_levels().most_waiting(course.lane.resource) == 0) {
    return;
  }
  const float end = course.end_x();
  const float y = course.base + 3.5F * frame.k;
  auto at = course.first();
  Place place = at == course.levels.end() ? Place{} : course.place_of(*at);
  while (at != course.levels.end() && place.x <= end) {
    const float x0 = std::max(place.x, frame.map().x0);
    const auto next = std::max(at + 1, course.after(at, {x0, place.column}));
    const ResourceLevel& level = *(next - 1);
    place = next == course.levels.end() ? Place{end, 0} : course.place_of(*next);
    const float x1 = std::min(end, place.x);
    if (level.waiting > 0 && x1 > x0) {
      frame.rect({x0, y, x1 - x0, 2.5F * frame.k}, paint(Role::ink_faint), 0,
                 words::count_of(level.waiting, "task") +
                     (level.waiting == 1 ? " waits" : " wait") + " for it");
    }
    at = next;
  }
}

// The number where the playhead stands, left of it if there is room.
void draw_number(const Course& course) {
  Frame& frame = course.frame;
  const RunFrame& run = course.run;
  if (!run.has_playhead || is_held(course.info.type) || run.playhead_x < frame.map().x0 ||
      run.playhead_x > frame.map().x1) {
    return;
  }
  const ResourceLevel* now =
      run.trace->resource_levels().at(course.lane.resource, run.run->playhead);
  if (now == nullptr) {
    return;
  }
  const std::int64_t level = shown_level(course.info.type, *now);
  frame.circle({run.playhead_x, course.y_of(level)}, 3.5F * frame.k, paint(Role::panel),
               paint(Role::ink), 1.6F * frame.k);
  Label label{frame.view.show_notes ? std::to_string(level)
                                    : level_words(*run.trace, course.lane.resource, *now),
              frame.m.label_size, Face::bold, paint(Role::ink)};
  const float clear = 8 * std::max(1.0F, frame.scale) + 0.4F * label.size;
  const float width = frame.text_width(label);
  const bool left = run.playhead_x - clear - width - 0.4F * label.size > frame.map().x0;
  const float x = left ? run.playhead_x - clear - width : run.playhead_x + clear;
  const float y = std::clamp(course.y_of(level) + 0.36F * label.size,
                             course.top + 0.8F * label.size, course.base - 0.15F * label.size);
  if (!frame.words.take(frame.box_of(label, {x, y}, Align::left))) {
    return;
  }
  const Box box = frame.box_of(label, {x, y}, Align::left);
  frame.rect({box.x - 0.4F * label.size, box.y - 0.05F * label.size, box.width + 0.8F * label.size,
              box.height + 0.1F * label.size},
             paint(Role::panel, 0.9F), 0.5F * label.size);
  frame.text(label, {x, y});
}

}  // namespace

void draw_resource_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  const ResourceLevels& all = run.trace->resource_levels();
  const ResourceInfo& info = run.trace->log().resource(lane.resource);
  Course course{frame, run, lane, info, all.of(lane.resource)};
  if (course.levels.empty()) {
    return;
  }
  if (run.dense) {
    for (std::size_t column = 0; column < run.dense->count(); ++column) {
      course.changes_until.push_back(
          all.count_until(lane.resource, run.dense->last_before(column)));
    }
  }
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  course.base = middle + 0.6F * frame.m.bar_height;
  course.top = middle - 0.6F * frame.m.bar_height;
  if (is_held(info.type)) {
    draw_holds(course);
    draw_waiting(course);
    return;
  }
  const auto highest = info.type == ResourceType::condition
                           ? std::int64_t{all.most_waiting(lane.resource)}
                           : all.highest(lane.resource);
  course.scale_to =
      std::max({std::int64_t{1}, highest, has_bound(info) ? info.capacity : std::int64_t{0}});
  draw_capacity(course);
  draw_curve(course);
  if (info.type != ResourceType::condition) {
    draw_waiting(course);
  }
  draw_number(course);
}

std::string resource_note(const RunFrame& run, ResourceId resource) {
  const Seq seq = run.has_playhead ? run.run->playhead : run.trace->size();
  const ResourceLevel* level = run.trace->resource_levels().at(resource, seq);
  return level == nullptr ? "not made yet" : level_words(*run.trace, resource, *level);
}

}  // namespace interleave
