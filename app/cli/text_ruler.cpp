#include "app/cli/text_ruler.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/cli/words.h"
#include "app/trace/stops.h"

namespace interleave::cli {

namespace {

/// 1, 2 or 5 times a power of ten nanoseconds: the smallest whose ticks stand `room` cells apart.
std::int64_t tick_of(const CellMap& map, double room) {
  const double per_cell = map.extent() / static_cast<double>(map.cells());
  for (std::int64_t power = 1; power < 1'000'000'000'000'000'000; power *= 10) {
    for (const std::int64_t times : {1, 2, 5}) {
      if (static_cast<double>(power * times) >= per_cell * room) {
        return power * times;
      }
    }
  }
  return 1'000'000'000'000'000'000;
}

/// Puts a text at a place of a line unless it would touch what stands there; true if it was put.
bool put(std::string& line, std::size_t& columns, std::size_t at, const std::string& text) {
  if (at < columns) {
    return false;
  }
  line.append(at - columns, ' ');
  line += text;
  columns = at + columns_of(text) + 1;
  line += ' ';
  return true;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::size_t CellMap::cell(double value) const {
  if (extent_ <= 0) {
    return 0;
  }
  const double at = std::round(value / extent_ * static_cast<double>(cells_));
  return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(cells_)));
}

std::string time_ruler(const CellMap& map, const std::string& indent, bool ascii) {
  const std::int64_t tick = tick_of(map, 9);
  std::vector<bool> ticks(map.cells() + 1);
  std::string times;
  std::size_t columns = 0;
  for (std::int64_t t = 0; static_cast<double>(t) <= map.extent(); t += tick) {
    const std::size_t at = map.cell(static_cast<double>(t));
    ticks[at] = true;
    put(times, columns, at, seconds_text(t));
    if (map.extent() <= 0) {
      break;
    }
  }
  std::string line;
  for (std::size_t i = 0; i <= map.cells(); ++i) {
    line += ticks[i] ? (ascii              ? "+"
                        : i == 0           ? "├"
                        : i == map.cells() ? "┤"
                                           : "┬")
                     : (ascii ? "-" : "─");
  }
  return indent + line + "\n" + trimmed(indent + times);
}

std::string step_ruler(const Trace& trace, const StepColumns& columns, const CellMap& map,
                       const std::string& indent) {
  std::string numbers;
  std::string times;
  std::size_t number_end = 0;
  std::size_t time_end = 0;
  std::int64_t last_ns = -1;
  for (std::uint32_t step = 1; step <= columns.steps(); ++step) {
    const std::size_t at = map.cell(columns.begin_of(step));
    put(numbers, number_end, at, std::to_string(step));
    const Seq seq = trace.step_begin(step);
    if (seq < trace.size() && trace[seq].t_ns != last_ns) {
      last_ns = trace[seq].t_ns;
      put(times, time_end, at, seconds_text(last_ns));
    }
  }
  return trimmed(indent + numbers) + trimmed(indent + times);
}

}  // namespace interleave::cli
