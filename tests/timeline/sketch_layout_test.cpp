#include "app/timeline/sketch_layout.h"

#include <algorithm>
#include <cmath>

#include "tests/catch.h"
#include "tests/timeline/shapes_of.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

struct Sheet {
  Trace trace = boiling_water_concurrent();
  SketchGrid grid = sketch_grid(trace, 40);
  Sketch truth = true_sketch(trace, grid);
  Sketch drawn = empty_sketch(grid);

  [[nodiscard]] SketchLayout laid_out(bool told, float scale = 1) const {
    SketchView view;
    view.trace = &trace;
    view.grid = grid;
    view.drawn = &drawn;
    view.truth = told ? &truth : nullptr;
    view.box = {20 * scale, 10 * scale, 1000 * scale, 420 * scale};
    view.scale = scale;
    return sketch_layout(view, embedded_measure());
  }
};

std::size_t count_titled(const Shapes& shapes, const std::string& title) {
  const auto rects = all_of<RectShape>(shapes);
  return static_cast<std::size_t>(std::count_if(
      rects.begin(), rects.end(), [&](const auto& rect) { return rect.title == title; }));
}

}  // namespace

TEST_CASE("every row has its name, and every cell its place") {
  const Sheet sheet;
  for (const float scale : {1.0F, 2.0F}) {
    const SketchLayout layout = sheet.laid_out(false, scale);
    CHECK(layout.rows == sheet.grid.tasks.size());
    CHECK(layout.cell_width >= 24 * scale);
    for (const TaskId task : sheet.grid.tasks) {
      CHECK(has_text(layout.shapes, std::string(sheet.trace.label(task))));
    }
    const Point middle{layout.cells.x + 2.5F * layout.cell_width,
                       layout.cells.y + 1.5F * layout.row_height};
    const auto cell = layout.cell_at(middle);
    REQUIRE(cell);
    CHECK(cell->row == 1);
    CHECK(cell->column == 2);
    CHECK_FALSE(layout.cell_at({layout.cells.x - 1, middle.y}));
    CHECK(layout.nearest({-50, 9000 * scale}).column == 0);
    CHECK(layout.nearest({-50, 9000 * scale}).row == layout.rows - 1);
  }
}

TEST_CASE("what is not told is not drawn") {
  Sheet sheet;
  const auto before = texts_of(sheet.laid_out(false).shapes);
  const std::size_t shapes = sheet.laid_out(false).shapes.size();
  std::reverse(sheet.truth.begin(), sheet.truth.end());
  CHECK(texts_of(sheet.laid_out(false).shapes) == before);
  CHECK(sheet.laid_out(false).shapes.size() == shapes);
}

TEST_CASE("what is not right is outlined, stretch by stretch, what is right is not") {
  Sheet sheet;
  sheet.drawn = sheet.truth;
  CHECK(count_titled(sheet.laid_out(true).shapes, "not right here") == 0);
  paint(sheet.drawn, 0, 1, 2, Stroke::blocked);
  paint(sheet.drawn, 0, 5, 5, Stroke::blocked);
  CHECK(count_titled(sheet.laid_out(true).shapes, "not right here") == 2);
}

TEST_CASE("a second one that runs is warned of, and allowed") {
  Sheet sheet;
  paint(sheet.drawn, 0, 0, 1, Stroke::running);
  CHECK_FALSE(has_text(sheet.laid_out(false).shapes, "one thread"));
  paint(sheet.drawn, 1, 1, 2, Stroke::running);
  CHECK(has_text(sheet.laid_out(false).shapes, "one thread"));
}

TEST_CASE("numbers on the ruler do not touch each other") {
  const Trace trace = many_yields(4, 9);
  for (const float width : {700.0F, 1200.0F, 1900.0F}) {
    const SketchGrid grid = sketch_grid(trace, sketch_columns(width));
    const Sketch drawn = empty_sketch(grid);
    SketchView view;
    view.trace = &trace;
    view.grid = grid;
    view.drawn = &drawn;
    view.box = {0, 0, width, 400};
    const SketchLayout layout = sketch_layout(view, embedded_measure());
    CHECK(layout.cell_width >= 23.9F);
    std::vector<Box> numbers;
    for (const auto& text : all_of<TextShape>(layout.shapes)) {
      if (text.form->align == Align::middle) {
        numbers.push_back(box_of(embedded_measure(), *text.form));
      }
    }
    REQUIRE(numbers.size() > 2);
    for (std::size_t i = 1; i < numbers.size(); ++i) {
      CHECK(numbers[i].x > numbers[i - 1].right() + 2);
    }
  }
}
