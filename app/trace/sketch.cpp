#include "app/trace/sketch.h"

#include <algorithm>
#include <numeric>

#include "app/trace/comparison.h"
#include "app/trace/spans.h"
#include "app/trace/state.h"

namespace interleave {

namespace {

// Every duration of a run lies between two times of its events.
std::int64_t common_divisor_ns(const Trace& trace) {
  std::int64_t divisor = 0;
  for (Seq seq = 0; seq < trace.size(); ++seq) {
    divisor = std::gcd(divisor, trace[seq].t_ns);
  }
  return divisor;
}

// Everything that takes time, one after the other; no run takes longer but by what nobody counts.
std::int64_t longest_ns(const Trace& trace) {
  const Balance balance = balance_of(trace);
  return std::max(balance.total_ns, balance.computing_ns + balance.waiting_ns);
}

Stroke stroke_of(const Span& span) {
  switch (span.state) {
    case TaskState::running:
      return span.blocked ? Stroke::blocked : Stroke::running;
    case TaskState::ready:
      return Stroke::ready;
    case TaskState::suspended:
      return Stroke::suspended;
    default:
      return Stroke::none;
  }
}

Stroke stroke_of(const TaskStatus& status) {
  switch (status.state) {
    case TaskState::running:
      return Stroke::running;
    case TaskState::ready:
      return Stroke::ready;
    case TaskState::suspended:
      return Stroke::suspended;
    default:
      return Stroke::none;
  }
}

Sketch true_by_time(const Trace& trace, const SketchGrid& grid) {
  Sketch truth = empty_sketch(grid);
  for (std::size_t row = 0; row < grid.tasks.size(); ++row) {
    for (const Span& span : spans_of(trace, grid.tasks[row])) {
      const auto from = static_cast<std::size_t>(span.begin_ns / grid.cell_ns);
      const auto to = static_cast<std::size_t>(span.end_ns / grid.cell_ns);
      if (to > from) {
        paint(truth, row, from, to - 1, stroke_of(span));
      }
    }
  }
  return truth;
}

bool blocks_in(const Trace& trace, TaskId task, std::uint32_t step) {
  const auto& spent = trace.thread_events();
  return std::any_of(spent.begin(), spent.end(), [&](std::uint32_t seq) {
    const Event& event = trace[seq];
    return event.kind == Kind::blocked && event.task == task && event.step == step;
  });
}

Sketch true_by_steps(const Trace& trace, const SketchGrid& grid) {
  Sketch truth = empty_sketch(grid);
  StateReader states(trace);
  const std::uint32_t steps = std::min(grid.columns, trace.step_count());
  for (std::uint32_t column = 0; column < steps; ++column) {
    const State& state = states.at(trace.step_begin(column + 1));
    for (std::size_t row = 0; row < grid.tasks.size(); ++row) {
      const TaskId task = grid.tasks[row];
      const Stroke stroke = task <= state.tasks.size() ? stroke_of(state.task(task)) : Stroke::none;
      const bool blocked = stroke == Stroke::running && blocks_in(trace, task, column + 1);
      truth[row][column] = blocked ? Stroke::blocked : stroke;
    }
  }
  return truth;
}

bool has_thread(Stroke stroke) { return stroke == Stroke::running || stroke == Stroke::blocked; }

bool confuses(Stroke drawn, Stroke truth) {
  return (drawn == Stroke::ready && truth == Stroke::suspended) ||
         (drawn == Stroke::suspended && truth == Stroke::ready);
}

// Columns up to the last that is not empty.
std::int64_t end_of(const std::vector<Stroke>& row) {
  const auto last =
      std::find_if(row.rbegin(), row.rend(), [](Stroke stroke) { return stroke != Stroke::none; });
  return row.rend() - last;
}

}  // namespace

SketchGrid sketch_grid(const Trace& trace, std::uint32_t most_columns) {
  SketchGrid grid;
  grid.tasks.assign(trace.tasks().begin(), trace.tasks().end());
  const std::int64_t cell_ns = common_divisor_ns(trace);
  const std::int64_t columns = cell_ns == 0 ? 0 : longest_ns(trace) / cell_ns;
  if (columns > 0 && columns <= most_columns) {
    grid.cell_ns = cell_ns;
    grid.columns = static_cast<std::uint32_t>(columns);
    return grid;
  }
  grid.by_steps = true;
  const std::uint32_t steps = trace.step_count();
  grid.columns = std::min(steps + std::max(2U, steps / 4), most_columns);
  return grid;
}

Sketch empty_sketch(const SketchGrid& grid) {
  return Sketch(grid.tasks.size(), std::vector<Stroke>(grid.columns, Stroke::none));
}

void paint(Sketch& sketch, std::size_t row, std::size_t from, std::size_t to, Stroke stroke) {
  if (row >= sketch.size()) {
    return;
  }
  const auto [first, last] = std::minmax(from, to);
  for (std::size_t column = first; column <= last && column < sketch[row].size(); ++column) {
    sketch[row][column] = stroke;
  }
}

std::vector<std::uint32_t> crowded_columns(const Sketch& sketch) {
  std::vector<std::uint32_t> crowded;
  const std::size_t columns = sketch.empty() ? 0 : sketch.front().size();
  for (std::size_t column = 0; column < columns; ++column) {
    const auto running = std::count_if(sketch.begin(), sketch.end(), [column](const auto& row) {
      return has_thread(row[column]);
    });
    if (running > 1) {
      crowded.push_back(static_cast<std::uint32_t>(column));
    }
  }
  return crowded;
}

Sketch true_sketch(const Trace& trace, const SketchGrid& grid) {
  return grid.by_steps ? true_by_steps(trace, grid) : true_by_time(trace, grid);
}

SketchScore score_of(const Sketch& drawn, const Sketch& truth) {
  SketchScore score;
  for (std::size_t row = 0; row < truth.size(); ++row) {
    for (std::size_t column = 0; column < truth[row].size(); ++column) {
      const Stroke is = truth[row][column];
      const Stroke was_drawn = drawn[row][column];
      if (is == Stroke::none && was_drawn == Stroke::none) {
        continue;
      }
      ++score.cells;
      score.right += is == was_drawn ? 1 : 0;
      score.running += is == Stroke::running ? 1 : 0;
      score.running_right += is == Stroke::running && is == was_drawn ? 1 : 0;
      score.confused += confuses(was_drawn, is) ? 1 : 0;
    }
    if (const std::int64_t end = end_of(truth[row]); end > 0) {
      const std::int64_t drawn_end = end_of(drawn[row]);
      ++score.tasks;
      score.ends_near += drawn_end > 0 && std::abs(drawn_end - end) <= 1 ? 1 : 0;
    }
  }
  return score;
}

}  // namespace interleave
