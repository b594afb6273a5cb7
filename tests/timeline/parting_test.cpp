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
    REQUIRE(hits.size() == 2);  // the diamond and its words
    CHECK(hits[0].seq == trace.step_begin(5));
    CHECK(hits[1].seq == trace.step_begin(5));
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

TEST_CASE("its words keep off the playhead and the ruler's, and are left out where they can't") {
  const Trace trace = boiling_water();
  for (const Axis axis : {Axis::time, Axis::steps}) {
    TimelineView view = view_of_one(trace, axis);
    for (const Seq parts : {trace.step_begin(1), trace.step_begin(5), trace.size() - 1}) {
      view.runs[0].parts_at = parts;
      for (const std::uint32_t stop : trace.stops()) {
        view.runs[0].playhead = stop;
        const Timeline timeline = layout(view, embedded_measure());
        INFO("stop " << stop);
        CHECK(trouble_with_words(embedded_measure(), timeline.shapes, view.width, view.height) ==
              "");
        const float x = timeline.runs[0].playhead_x;
        for (const auto& text : all_of<TextShape>(timeline.shapes)) {
          if (text.form->text == "they part here") {
            const Box box = box_of(embedded_measure(), *text.form);
            CHECK((box.right() <= x - 7.5F || box.x >= x + 7.5F));
          }
        }
      }
    }
  }
}
