// Where the runs compared part, on their rulers.

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("a mark on the ruler says where a run parts from the others, and leads there") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    view.runs[0].parts_at = trace.step_begin(5);
    const Timeline timeline = layout(view, embedded_measure());
    CHECK(has_text(timeline.shapes, "they part here"));
    const auto hits = hits_of(timeline, Hit::What::parts);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].seq == trace.step_begin(5));
    CHECK(timeline.runs[0].ruler.contains({hits[0].box.x, hits[0].box.y + 4}));
    CHECK(trouble_with_words(embedded_measure(), timeline.shapes, view.width, view.height) == "");
    view.runs[0].parts_at.reset();
    CHECK(hits_of(layout(view, embedded_measure()), Hit::What::parts).empty());
  }
}

TEST_CASE("where it is not on view no mark is drawn") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.runs[0].parts_at = trace.step_begin(5);
  view.from = 1e9;
  view.to = 2e9;
  CHECK(hits_of(layout(view, embedded_measure()), Hit::What::parts).empty());
}
