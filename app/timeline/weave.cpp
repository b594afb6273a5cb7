#include "app/timeline/weave.h"

#include <algorithm>
#include <cmath>

namespace interleave {

namespace {

constexpr float kNear = 5;
constexpr float kFar = 9;

// One at the least, in the middle; as many as there is room for.
std::vector<float> places(float from, float to, float spacing) {
  std::vector<float> all;
  if (spacing <= 0 || to <= from) {
    return all;
  }
  const float count = std::max(1.0F, std::floor((to - from) / spacing));
  const float first = (from + to - (count - 1) * spacing) / 2;
  for (float n = 0; n < count; ++n) {
    all.push_back(first + n * spacing);
  }
  return all;
}

}  // namespace

WeaveLook look_of(Weave weave) {
  switch (weave) {
    case Weave::across:
      return {kNear, 0, false};
    case Weave::upright:
      return {0, kNear, false};
    case Weave::dots:
      return {kNear, kNear, true};
    case Weave::grid:
      return {kFar, kFar, false};
    case Weave::wide_across:
      return {kFar, 0, false};
    case Weave::wide_upright:
      return {0, kFar, false};
    case Weave::none:
      break;
  }
  return {};
}

WeaveMarks weave_marks(Weave weave, const Box& box, float scale) {
  const WeaveLook look = look_of(weave);
  const std::vector<float> ys = places(box.y, box.bottom(), look.across * scale);
  const std::vector<float> xs = places(box.x, box.right(), look.upright * scale);
  WeaveMarks marks;
  if (look.dots) {
    for (const float y : ys) {
      for (const float x : xs) {
        marks.dots.push_back({x, y});
      }
    }
    return marks;
  }
  for (const float y : ys) {
    marks.lines.push_back({Point{box.x, y}, Point{box.right(), y}});
  }
  for (const float x : xs) {
    marks.lines.push_back({Point{x, box.y}, Point{x, box.bottom()}});
  }
  return marks;
}

WeaveMarks weave_marks(Weave weave, Point centre, float radius) {
  const Box box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  WeaveMarks marks = weave_marks(weave, box, circle_weave_scale(radius));
  const auto half_chord = [radius](float off) {
    return std::sqrt(std::max(0.0F, radius * radius - off * off));
  };
  for (auto& [from, to] : marks.lines) {
    const bool upright = from.x == to.x;
    const float half = upright ? half_chord(from.x - centre.x) : half_chord(from.y - centre.y);
    from = upright ? Point{from.x, centre.y - half} : Point{centre.x - half, from.y};
    to = upright ? Point{to.x, centre.y + half} : Point{centre.x + half, to.y};
  }
  std::erase_if(marks.dots, [&](Point dot) {
    return std::hypot(dot.x - centre.x, dot.y - centre.y) > 0.8F * radius;
  });
  return marks;
}

}  // namespace interleave
