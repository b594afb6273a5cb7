#include "app/trace/sketch.h"

#include <algorithm>
#include <string>

#include "tests/catch.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

// "r" running, "q" ready, "s" suspended, "B" blocked, "." none.
std::string letters(const std::vector<Stroke>& row) {
  std::string text;
  for (const Stroke stroke : row) {
    text += std::string(".rqsB")[static_cast<std::size_t>(stroke)];
  }
  return text;
}

std::size_t row_of(const Trace& trace, const SketchGrid& grid, std::string_view name) {
  const auto found = std::find_if(grid.tasks.begin(), grid.tasks.end(),
                                  [&](TaskId task) { return trace.name(task) == name; });
  REQUIRE(found != grid.tasks.end());
  return static_cast<std::size_t>(found - grid.tasks.begin());
}

}  // namespace

TEST_CASE("a cell is the greatest common divisor of the durations, and the length tells nothing") {
  const Trace concurrent = boiling_water_concurrent();
  const Trace sequential = boiling_water_sequential();
  const SketchGrid grid = sketch_grid(concurrent, 40);
  CHECK_FALSE(grid.by_steps);
  CHECK(grid.cell_ns == 200'000'000);
  CHECK(grid.columns == 23);  // 4.6 s one after the other, though it takes 3.0 s
  CHECK(sketch_grid(sequential, 40).columns == grid.columns);
}

TEST_CASE("where too many cells of time would be needed, a column is a step") {
  const Trace yields = many_yields(3, 4);
  const std::uint32_t cells = sketch_grid(yields, 40).columns;
  CHECK_FALSE(sketch_grid(yields, cells).by_steps);
  const SketchGrid grid = sketch_grid(yields, cells - 1);
  CHECK(grid.by_steps);
  CHECK(grid.columns == cells - 1);
  const SketchGrid narrow = sketch_grid(boiling_water_concurrent(), 20);
  CHECK(narrow.by_steps);
  CHECK(narrow.columns <= 20);
  CHECK(sketch_grid(many_yields(3, 100), 40).columns == 40);
}

TEST_CASE("the truth by time is the state that lasts through each cell") {
  const Trace trace = boiling_water_concurrent();
  const SketchGrid grid = sketch_grid(trace, 40);
  const Sketch truth = true_sketch(trace, grid);
  CHECK(letters(truth[row_of(trace, grid, "boiling_water")]) == "sssssssssssssss........");
  CHECK(letters(truth[row_of(trace, grid, "reading_book")]) == "rqrqrqr................");
  CHECK(letters(truth[row_of(trace, grid, "checking_messages")]) == "qrqrqrqr...............");
  const Trace blocked = boiling_water_sequential();
  const SketchGrid same = sketch_grid(blocked, 40);
  CHECK(letters(true_sketch(blocked, same)[row_of(blocked, same, "boiling_water")]) ==
        "BBBBBBBBBBBBBBB........");
}

TEST_CASE("the truth of every run has one thread, and the tasks' own sums") {
  for (const auto& [name, trace] : all_runs()) {
    INFO(name);
    const SketchGrid grid = sketch_grid(trace, 200);
    const Sketch truth = true_sketch(trace, grid);
    if (has_loop(trace)) {
      CHECK(crowded_columns(truth).empty());
    }
    if (grid.by_steps) {
      for (std::uint32_t step = 0; step < std::min(grid.columns, trace.step_count()); ++step) {
        const auto running = std::count_if(truth.begin(), truth.end(), [step](const auto& row) {
          return row[step] == Stroke::running || row[step] == Stroke::blocked;
        });
        CHECK(running == 1);
      }
    }
  }
}

TEST_CASE("painting fills cells of one row, in either direction, and nothing outside") {
  Sketch sketch(2, std::vector<Stroke>(5, Stroke::none));
  paint(sketch, 0, 3, 1, Stroke::ready);
  paint(sketch, 1, 4, 9, Stroke::running);
  paint(sketch, 7, 0, 1, Stroke::running);
  CHECK(letters(sketch[0]) == ".qqq.");
  CHECK(letters(sketch[1]) == "....r");
}

TEST_CASE("a second one with the thread in a column is noticed") {
  Sketch sketch(3, std::vector<Stroke>(4, Stroke::none));
  paint(sketch, 0, 0, 2, Stroke::running);
  paint(sketch, 1, 1, 1, Stroke::running);
  paint(sketch, 2, 2, 3, Stroke::blocked);
  CHECK(crowded_columns(sketch) == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("the truth drawn is all right, an empty sheet is all wrong") {
  const Trace trace = boiling_water_concurrent();
  const SketchGrid grid = sketch_grid(trace, 40);
  const Sketch truth = true_sketch(trace, grid);
  const SketchScore best = score_of(truth, truth);
  CHECK(best.share() == 1.0);
  CHECK(best.running_right == best.running);
  CHECK(best.ends_near == best.tasks);
  CHECK(best.confused == 0);
  const SketchScore worst = score_of(empty_sketch(grid), truth);
  CHECK(worst.right == 0);
  CHECK(worst.cells == best.cells);
  CHECK(worst.ends_near == 0);
  CHECK(score_of(empty_sketch(grid), empty_sketch(grid)).share() == 0.0);
}

TEST_CASE(
    "what was drawn too much counts, ready for suspended is told apart, ends may be one off") {
  const Sketch truth = {{Stroke::running, Stroke::suspended, Stroke::none, Stroke::none}};
  const Sketch drawn = {{Stroke::running, Stroke::ready, Stroke::ready, Stroke::none}};
  const SketchScore score = score_of(drawn, truth);
  CHECK(score.cells == 3);
  CHECK(score.right == 1);
  CHECK(score.confused == 1);
  CHECK(score.ends_near == 1);
  const Sketch longer = {{Stroke::running, Stroke::suspended, Stroke::ready, Stroke::ready}};
  CHECK(score_of(longer, truth).ends_near == 0);
}
