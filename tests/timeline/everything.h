#pragma once

#include <string>

#include "app/timeline/layout.h"

namespace interleave::test {

/// Everything of a layout that a painter, a mouse or a reader is given, as one text.
[[nodiscard]] inline std::string everything(const Timeline& timeline) {
  std::string text;
  const auto number = [&](float value) { text += std::to_string(value) + ","; };
  const auto box = [&](const Box& b) {
    number(b.x);
    number(b.y);
    number(b.width);
    number(b.height);
  };
  const auto ink = [&](const Paint& paint) {
    text += std::to_string(static_cast<int>(paint.role)) + "/" + std::to_string(paint.index) + "/";
    number(paint.alpha);
  };
  for (const Shape& shape : timeline.shapes) {
    text += shape.title + "|";
    if (const auto* rect = std::get_if<RectShape>(&shape.form)) {
      box(rect->box);
      ink(rect->fill);
      ink(rect->stroke);
    } else if (const auto* words = std::get_if<TextShape>(&shape.form)) {
      text += words->text + "@";
      number(words->at.x);
      number(words->at.y);
      ink(words->paint);
    } else if (const auto* path = std::get_if<PathShape>(&shape.form)) {
      for (const Point& p : path->points) {
        number(p.x);
        number(p.y);
      }
      ink(path->stroke);
    } else if (const auto* circle = std::get_if<CircleShape>(&shape.form)) {
      number(circle->centre.x);
      number(circle->centre.y);
      ink(circle->fill);
    } else if (const auto* clip = std::get_if<PushClip>(&shape.form)) {
      box(clip->box);
    }
    text += "\n";
  }
  for (const Hit& hit : timeline.hits) {
    box(hit.box);
    text += std::to_string(hit.task) + " " + std::to_string(hit.seq) + "\n";
  }
  return text + std::to_string(timeline.content_height);
}

}  // namespace interleave::test
