#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/timeline/sketch_layout.h"
#include "app/trace/sketch.h"

namespace interleave {

/// What a class draws of a run before it sees it; not kept between starts.
struct Drawing {
  bool on = false;
  /// The run it is of.
  std::size_t run = 0;
  SketchGrid grid;
  Sketch drawn;
  /// The truth has been told: nothing is drawn any more.
  bool told = false;
  Sketch truth;
  SketchScore score;
  Stroke brush = Stroke::running;
  /// The keyboard's place.
  SketchRange cursor;
  /// Columns that the sheet has room for.
  std::uint32_t room = 40;

  /// An empty sheet for a run that is over.
  void begin(const Trace& trace, std::size_t of_run);
  [[nodiscard]] bool is_empty() const;
  /// Keeps what there is for undo(), at most so many times.
  void keep();
  void undo();
  void clear();
  void tell(const Trace& trace);
  void move_cursor(int across, int down, bool extend);

 private:
  std::vector<Sketch> before_;
};

}  // namespace interleave
