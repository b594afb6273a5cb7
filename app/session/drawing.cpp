#include "app/session/drawing.h"

#include <algorithm>

namespace interleave {

namespace {

constexpr std::size_t kMostUndone = 200;

std::size_t moved(std::size_t place, int by, std::size_t count) {
  const auto last = static_cast<std::ptrdiff_t>(count) - 1;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
      static_cast<std::ptrdiff_t>(place) + by, 0, std::max<std::ptrdiff_t>(last, 0)));
}

}  // namespace

void Drawing::begin(const Trace& trace, std::size_t of_run) {
  const Stroke kept_brush = brush == Stroke::none ? Stroke::running : brush;
  const std::uint32_t kept_room = room;
  *this = Drawing();
  on = true;
  run = of_run;
  brush = kept_brush;
  room = kept_room;
  grid = sketch_grid(trace, room);
  drawn = empty_sketch(grid);
}

bool Drawing::is_empty() const {
  return std::all_of(drawn.begin(), drawn.end(), [](const auto& row) {
    return std::all_of(row.begin(), row.end(), [](Stroke each) { return each == Stroke::none; });
  });
}

void Drawing::keep() {
  if (!before_.empty() && before_.back() == drawn) {
    return;
  }
  if (before_.size() == kMostUndone) {
    before_.erase(before_.begin());
  }
  before_.push_back(drawn);
}

void Drawing::undo() {
  if (!before_.empty() && !told) {
    drawn = std::move(before_.back());
    before_.pop_back();
  }
}

void Drawing::clear() {
  if (!told && !is_empty()) {
    keep();
    drawn = empty_sketch(grid);
  }
}

void Drawing::tell(const Trace& trace) {
  truth = true_sketch(trace, grid);
  score = score_of(drawn, truth);
  told = true;
}

void Drawing::move_cursor(int across, int down, bool extend) {
  cursor.row = moved(cursor.row, extend ? 0 : down, grid.tasks.size());
  cursor.to = moved(cursor.to, across, grid.columns);
  if (!extend) {
    cursor.from = cursor.to;
  }
}

}  // namespace interleave
