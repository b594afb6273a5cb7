// An instant that has been opened, and the badges that open it.

#include <algorithm>

#include "app/timeline/layout.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/timeline/view_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

Timeline laid_out(const TimelineView& view) { return layout(view, embedded_measure()); }

Box card_of(const Timeline& timeline) {
  // The largest of those that close it: all of the card but its rows.
  Box largest;
  for (const Hit& hit : hits_of(timeline, Hit::What::close_instant)) {
    largest = hit.box.height > largest.height ? hit.box : largest;
  }
  return largest;
}

/// 40 tasks that take their turns all at once.
Trace crowd() {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  std::vector<TaskId> tasks;
  for (int i = 0; i < 40; ++i) {
    tasks.push_back(run.create("one", main));
  }
  run.gather(main, tasks).iteration(40);
  for (const TaskId task : tasks) {
    run.start(task).finish(task);
  }
  run.iteration(1).callback(CallbackKind::gather, tasks.back());
  run.ready(main, Cause::gather, tasks.back());
  run.iteration(1).resume(main).finish(main).end_loop(main);
  return run.trace();
}

}  // namespace

TEST_CASE("an opened instant shows its steps with their numbers, iteration by iteration") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.opened_instants = {0};
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "3 steps at 0 s"));
  CHECK(has_text(timeline.shapes, "iteration 1"));
  CHECK(has_text(timeline.shapes, "1  main starts"));
  CHECK(has_text(timeline.shapes, "iteration 2"));
  CHECK(has_text(timeline.shapes, "2  boiling_water starts"));
  CHECK(has_text(timeline.shapes, "3  reading_book starts"));
}

TEST_CASE("an opened instant can be closed, and a click on a row goes to its step") {
  const Trace trace = boiling_water();
  TimelineView view = view_of_one(trace);
  view.opened_instants = {0};
  const Timeline timeline = laid_out(view);
  const Box card = card_of(timeline);
  REQUIRE(card.height > 0);
  for (const auto& text : all_of<TextShape>(timeline.shapes)) {
    if (text.form->text == "2  boiling_water starts") {
      const Hit* hit = timeline.hit_at(text.form->at);
      REQUIRE(hit != nullptr);
      CHECK(hit->what == Hit::What::span);
      CHECK(hit->seq == trace.step_begin(2));
    }
  }
  const Hit* corner = timeline.hit_at({card.right() - 14, card.y + 14});
  REQUIRE(corner != nullptr);
  CHECK(corner->what == Hit::What::close_instant);
  CHECK(corner->t_ns == 0);
}

TEST_CASE("the card stays within the view at any zoom, and is gone with its instant") {
  const Trace trace = crowd();
  for (const float height : {260.0F, 500.0F, 900.0F}) {
    TimelineView view = view_of_one(trace);
    view.height = height;
    view.opened_instants = {0};
    for (double to = 1e9; to > 1e3; to /= 50) {
      view.from = 0;
      view.to = to;
      const Timeline timeline = laid_out(view);
      const Box card = card_of(timeline);
      CHECK(card.x >= 0);
      CHECK(card.right() <= view.width);
      CHECK(card.y >= 0);
      CHECK(card.bottom() <= view.height);
    }
    view.from = 1e8;
    view.to = 1e9;
    CHECK(card_of(laid_out(view)).height == 0);
  }
}

TEST_CASE("of more steps than fit those around the playhead are shown, the rest is counted") {
  const Trace trace = crowd();
  TimelineView view = view_of_one(trace);
  view.height = 300;
  view.opened_instants = {0};
  view.runs[0].playhead = trace.step_begin(20);
  const Timeline timeline = laid_out(view);
  CHECK(has_text(timeline.shapes, "42 steps at 0 s"));
  CHECK(has_text(timeline.shapes, "20  one 19 starts"));
  std::size_t counted = 0;
  for (const std::string& text : texts_of(timeline.shapes)) {
    for (const std::string_view word : {" more", " before"}) {
      if (text.starts_with("… ") && text.ends_with(word)) {
        counted += std::stoul(text.substr(4));
      }
    }
    counted += text.find("  one") != std::string::npos || text.find("  main") != std::string::npos;
  }
  CHECK(counted == 42);
}

TEST_CASE("badges of neighbouring instants don't touch, at any zoom") {
  LogBuilder run;
  run.begin_loop();
  const TaskId main = run.create("main", kProgram);
  run.iteration(1).start(main);
  const TaskId other = run.create("other", main);
  run.yield(main).iteration(2).start(other).yield(other);
  for (int i = 0; i < 60; ++i) {
    run.resume(main).yield(main).iteration(2).resume(other).work(other, kMs).yield(other);
    run.resume(main).yield(main);
  }
  run.finish(main).end_loop(main);
  const Trace turns = run.trace();
  TimelineView view = view_of_one(turns);
  for (double to = 61e6; to > 2e6; to /= 1.7) {
    view.to = to;
    const auto badges = hits_of(laid_out(view), Hit::What::badge);
    for (std::size_t i = 1; i < badges.size(); ++i) {
      CHECK(badges[i - 1].box.right() <= badges[i].box.x);
    }
    CHECK(!badges.empty());
  }
}
