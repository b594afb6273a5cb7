#pragma once

#include <cstddef>
#include <optional>

#include "app/timeline/measure.h"
#include "app/timeline/shapes.h"
#include "app/trace/sketch.h"

namespace interleave {

/// Cells of one row.
struct SketchRange {
  std::size_t row = 0;
  std::size_t from = 0;
  std::size_t to = 0;

  friend bool operator==(const SketchRange&, const SketchRange&) = default;
};

/// A drawing of what a class expects, as a value for the layout.
struct SketchView {
  const Trace* trace = nullptr;
  SketchGrid grid;
  const Sketch* drawn = nullptr;
  /// What is true, laid above the drawing in rows of half the height; null until it is told.
  const Sketch* truth = nullptr;
  /// The keyboard's place; absent in a picture.
  std::optional<SketchRange> cursor;
  Box box;
  float scale = 1;
  /// Size of names, at scale 1.
  float type = 14;
};

struct SketchLayout {
  Shapes shapes;
  /// All cells together.
  Box cells;
  float cell_width = 0;
  float row_height = 0;
  /// Rows that found room; the rest is counted in a last line.
  std::size_t rows = 0;

  struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
  };
  [[nodiscard]] std::optional<Cell> cell_at(Point p) const;
  /// The nearest one, for a drag that has left the grid.
  [[nodiscard]] Cell nearest(Point p) const;
};

/// Names, grid, strokes, what is told of columns with two that run, and, once the truth is there,
/// an outline round each stretch that is not right.
[[nodiscard]] SketchLayout sketch_layout(const SketchView& view, const Measure& measure);

/// Columns of at least 24 pixels (at scale 1) that a sheet of that width has room for.
[[nodiscard]] std::uint32_t sketch_columns(float width);

}  // namespace interleave
