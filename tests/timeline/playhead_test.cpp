#include <algorithm>

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

/// The place in the painting's order of the last shape with that title; -1 if there is none.
long place_of(const Shapes& shapes, const std::string& title) {
  long place = -1;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    place = shapes[i].title.find(title) != std::string::npos ? static_cast<long>(i) : place;
  }
  return place;
}

}  // namespace

TEST_CASE("at a run's end its marks stand over the veil and the playhead's line") {
  const Trace trace = boiling_water();
  TimelineView view;
  view.width = 940;
  view.height = 700;
  RunView run;
  run.trace = &trace;
  run.playhead = trace.size() - 1;
  view.runs.push_back(run);
  const Timeline timeline = layout(view, embedded_measure());
  const long veil = place_of(timeline.shapes, "not reached yet");
  REQUIRE(veil >= 0);
  const float x = timeline.map.to_x(3e9);
  long line = -1;
  for (std::size_t i = 0; i < timeline.shapes.size(); ++i) {
    const auto* path = std::get_if<PathShape>(&timeline.shapes[i].form);
    if (path != nullptr && path->points.size() == 2 && path->stroke.role == Role::ink &&
        std::abs(path->points[0].x - x) < 0.5F && std::abs(path->points[1].x - x) < 0.5F) {
      line = static_cast<long>(i);
    }
  }
  REQUIRE(line > veil);
  CHECK(place_of(timeline.shapes, "boiling_water: done at 3 s") > line);
  CHECK(place_of(timeline.shapes, "main: done at 3 s") > line);
  CHECK(place_of(timeline.shapes, "steps at 3 s") > line);
  // What is over before is painted under both.
  CHECK(place_of(timeline.shapes, "reading_book: done at") < veil);
}
