// app/timeline/ends.cpp: totals, brackets, what was saved and from where.
#include <algorithm>

#include "app/timeline/layout.h"
#include "tests/timeline/approx.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

TimelineView view_of(const Trace& trace, Axis axis = Axis::time) {
  TimelineView view = view_of_one(trace, axis);
  view.show_handles = false;
  return view;
}

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

// The lines of a text that was wrapped, as they stand below one another, with blanks between.
std::string below_lanes(const Timeline& timeline, float size) {
  std::string words;
  for (const auto& text : all_of<TextShape>(timeline.shapes)) {
    if (text.form->size == Approx(size) && text.form->face == Face::regular) {
      words += (words.empty() ? "" : " ") + text.form->text;
    }
  }
  return words;
}

Trace deadlocked(const std::string& error) {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main).suspend(main, Reason::future).fail(error);
  return run.trace();
}

}  // namespace

TEST_CASE("the bracket spans what was saved, the totals stand at the ends") {
  const Trace baseline = boiling_water_in_turn();
  const Trace other = boiling_water();
  TimelineView view = view_of(other);
  view.runs.insert(view.runs.begin(), view_of(baseline).runs[0]);
  view.runs[0].whole = view.runs[1].whole = true;
  view.comparisons = {compare(baseline, other)};
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "4.6 s"));
  CHECK(has_text(timeline.shapes, "3.0 s"));
  CHECK(has_text(timeline.shapes, view.comparisons[0].headline));
  const float left = timeline.map.to_x(3e9);
  const float right = timeline.map.to_x(4.6e9);
  const auto paths = all_of<PathShape>(timeline.shapes);
  CHECK(std::any_of(paths.begin(), paths.end(), [&](const auto& path) {
    const auto& points = path.form->points;
    return points.size() == 4 && std::abs(points[0].x - left) < 3 &&
           std::abs(points[3].x - right) < 3;
  }));
  view.comparisons[0].comparable = false;
  const auto without = all_of<PathShape>(laid_out(view).shapes);
  CHECK(without.size() < paths.size());
}

TEST_CASE("a deadlock is called one at its end, and who waits for whom stands beside it") {
  const Trace trace = deadlocked("deadlock: main waits for x");
  for (const Axis axis : {Axis::time, Axis::steps}) {
    const Timeline timeline = laid_out(view_of(trace, axis));
    CHECK(has_text(timeline.shapes,
                   axis == Axis::time ? "deadlock at 0.0 s" : "1 step · deadlock at 0.0 s"));
    CHECK(has_text(timeline.shapes, "main waits for x"));
  }
}

TEST_CASE("what does not fit on a line is wrapped, and the next run keeps clear of it") {
  const std::string cycle =
      "one waits for a, held by two, which waits for b, held by three, which waits for c, held by "
      "one";
  const Trace stuck = deadlocked("deadlock: " + cycle);
  const Trace other = boiling_water();
  TimelineView view = view_of(stuck);
  view.runs.push_back(view_of(other).runs[0]);
  view.comparisons = {compare(stuck, other)};
  const float wide = laid_out(view).content_height;
  view.width = 420;
  view.metrics.title_size = 20;  // of explanations 15.6
  const Timeline narrow = laid_out(view);
  CHECK(below_lanes(narrow, 15.6F) == cycle);
  CHECK(narrow.content_height > wide + 3 * 20);
  CHECK(trouble_with_words(embedded_measure(), narrow.shapes, 420, 700) == "");
}

TEST_CASE("the sentence on what was saved is whole on a narrow page, as small as its labels") {
  const Trace baseline = boiling_water_in_turn();
  const Trace other = boiling_water();
  TimelineView view = view_of(baseline);
  view.runs.push_back(view_of(other).runs[0]);
  view.comparisons = {compare(baseline, other)};
  for (const float size : {1.0F, 0.5F}) {
    view.width = 300 * size;
    view.height = 1000 * size;
    view.metrics = {};
    for (float* each : {&view.metrics.name_width, &view.metrics.header_pad, &view.metrics.left_pad,
                        &view.metrics.right_pad, &view.metrics.lane_pitch, &view.metrics.bar_height,
                        &view.metrics.name_size, &view.metrics.note_size, &view.metrics.label_size,
                        &view.metrics.tick_size, &view.metrics.title_size}) {
      *each *= size;
    }
    const Timeline timeline = laid_out(view);
    INFO(size);
    CHECK(below_lanes(timeline, 12 * size).find(view.comparisons[0].explanation) !=
          std::string::npos);
  }
}
