#include "app/timeline/minimap.h"

#include "tests/catch.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("the small map shows all of the axis, whatever is on view") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    const Box box{10, 20, 400, 24};
    view.from = 1;
    view.to = 2;
    const Minimap map = minimap(view, box);
    CHECK(map.map.to_x(0) == Approx(10));
    CHECK(map.map.to_x(full_extent(view)) == Approx(410));
    CHECK(map.map.to_value(210) == Approx(full_extent(view) / 2));
  }
}

TEST_CASE("a frame stands around what is on view, wide enough to be held") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  const Box box{0, 0, 300, 20};
  CHECK(minimap(view, box).frame.width == Approx(300));
  view.from = 1e9;
  view.to = 2e9;
  const Box third = minimap(view, box).frame;
  CHECK(third.x == Approx(100));
  CHECK(third.width == Approx(100));
  view.from = 3e9 - 10;
  view.to = 3e9;
  const Box end = minimap(view, box).frame;
  CHECK(end.width == Approx(6));
  CHECK(end.right() == Approx(300));
}

TEST_CASE("the map keeps within its box and tells blocked by pattern") {
  const Trace trace = boiling_water_in_turn();
  TimelineView view = view_of_one(trace);
  const Box box{5, 7, 300, 20};
  bool blocked = false;
  const Minimap map = minimap(view, box);
  for (const auto& rect : all_of<RectShape>(map.shapes)) {
    blocked = blocked || rect.form->hatch == Hatch::falling;
    CHECK(rect.form->box.x >= box.x - 1.5F);
    CHECK(rect.form->box.right() <= box.right() + 1.5F);
    CHECK(rect.form->box.y >= box.y - 0.5F);
    CHECK(rect.form->box.bottom() <= box.bottom() + 0.5F);
  }
  CHECK(blocked);
}

TEST_CASE("however long the run, the map has a few shapes a pixel") {
  const Trace trace = many_turns(4, 20000);
  for (const Axis axis : {Axis::time, Axis::steps}) {
    CHECK(minimap(view_of_one(trace, axis), {0, 0, 500, 24}).shapes.size() < 1600);
  }
}

namespace {

std::vector<std::string> words_of(const Shapes& shapes) {
  std::vector<std::string> words;
  for (const auto& rect : all_of<RectShape>(shapes)) {
    const Box& box = rect.form->box;
    words.push_back(std::to_string(box.x) + " " + std::to_string(box.y) + " " +
                    std::to_string(box.width) + " " + std::to_string(box.height) + " " +
                    std::to_string(static_cast<int>(rect.form->fill.role)) + " " +
                    std::to_string(rect.form->fill.index));
  }
  return words;
}

}  // namespace

TEST_CASE("a map with its rows kept is the map drawn anew, whatever changes between two frames") {
  MinimapRows kept;
  const Trace first = many_turns(4, 3000);
  const Trace second = many_turns(3, 3000);
  const Trace beginning = Trace::beginning_of(first, first.size() / 2);
  for (const Trace* trace : {&first, &second, &beginning, &first}) {
    for (const Axis axis : {Axis::time, Axis::steps}) {
      for (const float width : {300.0F, 500.0F}) {
        TimelineView view = view_of_one(*trace, axis);
        for (const Seq playhead : {trace->size() / 3, trace->size() - 1}) {
          view.runs[0].playhead = playhead;
          view.from = full_extent(view) / 7;
          view.to = full_extent(view) / static_cast<double>(2 + playhead % 3);
          const Box box{2, 3, width, 24};
          CHECK(words_of(minimap(view, box, kept).shapes) == words_of(minimap(view, box).shapes));
        }
      }
    }
  }
}
