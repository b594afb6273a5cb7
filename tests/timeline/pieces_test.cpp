// app/timeline/pieces.cpp: lanes with more events than pixels.
#include "app/timeline/layout.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("of what is folded nothing is drawn behind its task's end") {
  const Trace trace = many_turns(4, 20000);
  for (const double part : {0.31, 0.5, 0.77}) {
    TimelineView view = view_of_one(trace);
    view.runs[0].whole = true;
    view.from = 0;
    view.to = static_cast<double>(trace.end_ns()) / part;
    const Timeline timeline = layout(view, embedded_measure());
    const float end = timeline.map.to_x(static_cast<double>(trace.end_ns()));
    INFO(part);
    int folds = 0;
    for (const auto& rect : all_of<RectShape>(timeline.shapes)) {
      if (rect.title.find("changes from") != std::string::npos) {
        ++folds;
        CHECK(rect.form->box.right() <= end + 2);
        CHECK(rect.form->box.right() >= end - 2);
      }
    }
    CHECK(folds >= 4);
  }
}
