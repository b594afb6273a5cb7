// Every state of a task looks different without any colour.

#include <cmath>
#include <set>

#include "app/timeline/measure.h"
#include "app/timeline/theme.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"

namespace interleave::test {
namespace {

/// What of a bar is left on a black and white print.
struct Look {
  bool filled = false;
  Hatch hatch = Hatch::none;
  bool outlined = false;
  Dash dash = Dash::solid;
  /// In parts of the highest bar, in eighths.
  long height = 0;

  friend auto operator<=>(const Look&, const Look&) = default;
};

Look look_of(const RectShape& bar, float highest) {
  Look look;
  look.filled = bar.fill.role == Role::task && bar.fill.alpha > 0.9F;
  look.hatch = bar.hatch;
  look.outlined = bar.stroke.role != Role::none;
  look.dash = look.outlined ? bar.dash : Dash::solid;
  look.height = std::lround(8 * bar.box.height / highest);
  return look;
}

/// The look of a bar whose title begins so; of the highest, since the thread's lane has some, too.
Look look_with(const std::vector<Found<RectShape>>& bars, std::string_view begin, float highest) {
  const RectShape* found = nullptr;
  for (const auto& bar : bars) {
    const bool higher = found == nullptr || bar.form->box.height > found->box.height;
    if (bar.title.starts_with(begin) && bar.form->box.width > 20 && higher) {
      found = bar.form;
    }
  }
  INFO(begin);
  REQUIRE(found != nullptr);
  return look_of(*found, highest);
}

TimelineView view_of(const Trace& trace) {
  TimelineView view;
  view.width = 1400;
  view.height = 700;
  view.show_legend = false;
  RunView run;
  run.trace = &trace;
  run.whole = true;
  view.runs.push_back(run);
  return view;
}

TEST_CASE("running, ready, suspended and blocked differ in fill, hatch, dash or height") {
  const Trace turns = boiling_water();
  const Trace in_turn = boiling_water_in_turn();
  const Timeline a = layout(view_of(turns), embedded_measure());
  const Timeline b = layout(view_of(in_turn), embedded_measure());
  const auto bars = all_of<RectShape>(a.shapes);
  const auto blocked = all_of<RectShape>(b.shapes);
  const float highest = Metrics{}.bar_height;
  const Look running = look_with(bars, "reading_book: running", highest);
  const Look ready = look_with(bars, "reading_book: ready", highest);
  const Look suspended = look_with(bars, "boiling_water: suspended", highest);
  const Look block = look_with(blocked, "boiling_water: block", highest);
  CHECK(std::set<Look>{running, ready, suspended, block}.size() == 4);
  CHECK((running.filled && running.hatch == Hatch::none));
  CHECK((ready.dash == Dash::dashed && !ready.filled && ready.height < running.height));
  CHECK((suspended.hatch == Hatch::rising && suspended.height < running.height));
  CHECK((block.hatch == Hatch::falling && block.outlined && block.height == running.height));
}

TEST_CASE("in print no state has a colour, so that what tells them apart is what is tested above") {
  for (std::uint16_t i = 1; i < 8; ++i) {
    CHECK(theme(ThemeId::print).resolve({Role::task, i, 1}) ==
          theme(ThemeId::print).resolve({Role::task, 0, 1}));
  }
}

}  // namespace
}  // namespace interleave::test
