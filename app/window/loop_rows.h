#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/window/ui.h"

/// What the panel of the event loop is made of: a row for who runs, for the queue, the timers,
/// those who wait for others.
namespace interleave::loop_rows {

inline constexpr float kRow = 32;
/// As close as chips may stand.
inline constexpr float kClosestRow = 26;
/// Rows of one kind are closer by this than those of different kinds.
inline constexpr float kCloser = 3;
/// For the rows' names.
inline constexpr float kNames = 80;
inline constexpr int kMostReadyLines = 3;

/// A row's place: its name stands left, what it tells from `x` on.
struct Row {
  float x = 0;
  float y = 0;  // baseline
  float right = 0;
  float pitch = kRow;
};

/// Where the rows of a box go: the next at `y`.
struct Rows {
  Box box;
  float pitch = kRow;
  float y = 0;

  Row begin(Ui& ui, std::string_view name) const;
};
/// Kept free at the left of a box.
[[nodiscard]] float side_of(const Ui& ui);
/// For the queue, in a panel of that width.
[[nodiscard]] inline float queue_room(float width) { return width - 18 - kNames - 14; }

/// Where each of the queue stands, in lines of a width.
struct Seat {
  std::string words;
  float x = 0;
  int line = 0;
  /// The next round begins with it: a rule stands before it.
  bool rule = false;
};

struct Seats {
  std::vector<Seat> seats;
  /// Those with no room.
  std::size_t more = 0;
  float end = 0;
  int lines = 1;
};

/// As many of the queue as find room; `more` counts the others.
[[nodiscard]] Seats seats_of(const Ui& ui, const Trace& trace, const State& state, float room,
                             int most_lines);
void draw_seats(Ui& ui, const State& state, const Seats& all, Row row);

// Each draws and gives the height it took.
float soft(Ui& ui, Row row, std::string_view words);
float running(Ui& ui, Row row, const Trace& trace, const State& state);
float ready(Ui& ui, const Rows& rows, const Trace& trace, const State& state, int most_lines);
/// Its bar is as far in and as long as those of `aligned`.
float timer(Ui& ui, Row row, const Trace& trace, const State& state, const PendingTimer& pending,
            std::span<const PendingTimer> aligned);
float timers(Ui& ui, Row row, const Trace& trace, const State& state);
void waiting(Ui& ui, Row row, const Trace& trace, const State& state);

/// Of all rows together.
[[nodiscard]] float height(const Ui& ui, const Trace& trace, const State& state, float width,
                           float pitch);

}  // namespace interleave::loop_rows
