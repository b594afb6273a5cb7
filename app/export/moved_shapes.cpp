#include "app/export/moved_shapes.h"

#include <utility>
#include <variant>

namespace interleave {
namespace {

struct Move {
  float dx;
  float dy;
  void operator()(RectShape& s) const { move(s.box); }
  void operator()(CircleShape& s) const { move(s.centre); }
  void operator()(TextShape& s) const { move(s.at); }
  void operator()(PushClip& s) const { move(s.box); }
  void operator()(PopClip&) const {}
  void operator()(PathShape& s) const {
    for (Point& point : s.points) {
      move(point);
    }
  }
  template <class Place>
  void move(Place& place) const {
    place.x += dx;
    place.y += dy;
  }
};

}  // namespace

void append_moved(Shapes& to, Shapes shapes, float dx, float dy) {
  for (Shape& shape : shapes) {
    std::visit(Move{dx, dy}, shape.form);
    to.push_back(std::move(shape));
  }
}

}  // namespace interleave
