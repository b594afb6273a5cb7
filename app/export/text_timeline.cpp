#include "app/export/text_timeline.h"

#include <algorithm>
#include <cmath>

#include "app/export/text_lanes.h"
#include "app/export/text_rows.h"
#include "app/export/text_width.h"
#include "app/timeline/colours.h"
#include "app/timeline/step_columns.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// Beyond this nobody reads on; the rest is counted.
constexpr std::size_t kMostParts = 40;
constexpr double kLeastStep = 3;
constexpr double kMostStep = 12;

using Run = TextRun;

class Drawing {
 public:
  Drawing(const std::vector<ExportRun>& runs, const TextStyle& style)
      : style_(style), colours_(views(runs)) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      runs_.push_back({&runs[i], runs[i].trace, i, std::nullopt});
      if (style.axis == Axis::steps) {
        runs_.back().columns.emplace(*runs[i].trace);
      }
    }
    axis_.axis = style.axis;
    axis_.ascii = style.ascii;
    place_names();
    place_axis();
  }

  std::string text() {
    std::string text;
    for (const Run& run : runs_) {
      text += run_text(run) + "\n";
    }
    return text + sign_key(style_);
  }

 private:
  static std::vector<RunView> views(const std::vector<ExportRun>& runs) {
    std::vector<RunView> views;
    for (const ExportRun& run : runs) {
      views.emplace_back();
      views.back().trace = run.trace;
    }
    return views;
  }

  void place_names() {
    std::size_t widest = 0;
    for (const Run& run : runs_) {
      widest = std::max(widest, thread_lane_name(*run.trace).size());
      for (const TaskId task : run.trace->tasks()) {
        widest = std::max(widest, 2 * lane_depth(*run.trace, task) +
                                      text_width(shown_text(run.trace->label(task), style_.ascii)));
      }
    }
    names_ = std::min(widest, static_cast<std::size_t>(style_.width) / 3);
  }

  void place_axis() {
    // A name, two spaces, the axis, and two cells for a last run of no length and the end's mark.
    room_ = static_cast<std::size_t>(std::max(10, style_.width - static_cast<int>(names_) - 4));
    double extent = 0;
    for (const Run& run : runs_) {
      extent = std::max(
          extent, run.columns ? run.columns->total() : static_cast<double>(run.trace->end_ns()));
    }
    if (style_.axis == Axis::time) {
      axis_.per_unit = extent > 0 ? static_cast<double>(room_) / extent : 0;
    } else {
      axis_.per_unit = std::clamp(std::floor(static_cast<double>(room_) / std::max(1.0, extent)),
                                  kLeastStep, kMostStep);
    }
  }

  [[nodiscard]] std::size_t cell_of(double value) const { return axis_.cell_of(value); }

  // ---- rulers: words placed from the left, those that would touch left out

  static void put(std::string& line, std::size_t cell, const std::string& words) {
    const std::size_t used = text_width(line);
    if (cell < used + (used > 0 ? 1 : 0)) {
      return;
    }
    line += std::string(cell - used, ' ') + words;
  }

  [[nodiscard]] std::string time_ruler() const {
    double extent = 0;
    for (const Run& run : runs_) {
      extent = std::max(extent, static_cast<double>(run.trace->end_ns()));
    }
    std::string line;
    const std::int64_t step = nice_step();
    for (std::int64_t t = 0; static_cast<double>(t) <= extent; t += step) {
      const std::string words = seconds_text(t);
      const std::size_t cell = cell_of(static_cast<double>(t));
      if (cell + text_width(words) <= room_ + 1) {
        put(line, cell, words);
      }
      if (axis_.per_unit <= 0) {
        break;
      }
    }
    return line;
  }

  [[nodiscard]] std::int64_t nice_step() const {
    for (std::int64_t power = 1; power < 1'000'000'000'000'000'000; power *= 10) {
      for (const std::int64_t factor : {1, 2, 5}) {
        if (static_cast<double>(factor * power) * axis_.per_unit >= 9) {
          return factor * power;
        }
      }
    }
    return 1'000'000'000;
  }

  struct Part {
    std::size_t from;
    std::size_t to;
  };

  [[nodiscard]] std::string step_ruler(const Run& run, const Part& part) const {
    const Trace& trace = *run.trace;
    std::string line;
    std::int64_t last = -1;
    for (double v = 0; v < run.columns->total(); v += 1 / axis_.per_unit) {
      const std::size_t cell = cell_of(v);
      if (cell < part.from || cell >= part.to) {
        continue;
      }
      const std::int64_t t_ns = trace[run.columns->seq_at(v + 1e-9)].t_ns;
      if (t_ns != last) {
        const std::string words = seconds_text(t_ns);
        if (cell - part.from + text_width(words) <= room_ + 1) {
          put(line, cell - part.from, words);
        }
        last = t_ns;
      }
    }
    return line;
  }

  [[nodiscard]] std::string idle_ruler(const Run& run, const Part& part) const {
    const Trace& trace = *run.trace;
    std::string line;
    for (std::size_t i = 0; i < trace.advances().size(); ++i) {
      const Event& event = trace[trace.advances()[i]];
      const std::size_t cell = cell_of(run.columns->idle_begin(i));
      const std::string words = "idle " + seconds_text(event.t_ns - event.duration());
      if (cell >= part.from && cell < part.to &&
          cell - part.from + text_width(words) <= room_ + 1) {
        put(line, cell - part.from, words);
      }
    }
    return line;
  }

  // ---- lines

  [[nodiscard]] std::string line(const std::string& name, const std::string& rest) const {
    const std::string cut = cut_to_width(name, names_);
    if (rest.empty()) {
      return cut + "\n";
    }
    return cut + std::string(names_ - text_width(cut) + 2, ' ') + rest + "\n";
  }

  [[nodiscard]] std::string header(const Run& run) const {
    std::string text = run.shown->title;
    if (!run.shown->subtitle.empty()) {
      text += (text.empty() ? "" : ": ") + run.shown->subtitle;
    }
    text = shown_text(text, style_.ascii);
    const std::uint32_t steps = run.trace->step_count();
    const std::string total = total_text(run.trace->end_ns()) + " in " + std::to_string(steps) +
                              (steps == 1 ? " step" : " steps");
    text = text.empty() ? total : text + " (" + total + ")";
    // Cut, not wrapped: it stands over what it names.
    const std::string cut = cut_to_width(text, static_cast<std::size_t>(std::max(0, style_.width)));
    return (style_.colour ? "\x1b[1m" + cut + "\x1b[0m" : cut) + "\n";
  }

  std::string run_text(const Run& run) const {
    const std::vector<TextRow> rows = lane_rows(run, axis_, colours_);
    std::string text = header(run);
    if (style_.axis == Axis::time) {
      return text + line("", time_ruler()) + rows_text(rows, {0, room_ + 2});
    }
    const std::size_t cells = rows.front().cells.size() - 1;
    const auto step = static_cast<std::size_t>(axis_.per_unit);
    const std::size_t per_part = std::max(step, room_ / step * step);
    std::size_t part = 0;
    for (std::size_t from = 0; from < cells && part < kMostParts; from += per_part, ++part) {
      const bool last = from + per_part >= cells;
      // The last part has a cell more, for the mark at the end.
      const Part here{from, from + per_part + (last ? 2 : 0)};
      const std::string idles = idle_ruler(run, here);
      text += part > 0 ? "\n" : "";
      text += idles.empty() ? "" : line("", idles);
      text += line("", step_ruler(run, here)) + rows_text(rows, here);
    }
    if (part == kMostParts && part * per_part < cells) {
      text += shown_text("… and more steps than can be shown here\n", style_.ascii);
      text.back() = '\n';
    }
    return text;
  }

  [[nodiscard]] std::string rows_text(const std::vector<TextRow>& rows, const Part& part) const {
    std::string text;
    for (const TextRow& row : rows) {
      text += line(row.name, cells_text(row.cells, part.from, part.to, style_));
    }
    return text;
  }

  TextStyle style_;
  ColourMap colours_;
  std::vector<Run> runs_;
  std::size_t names_ = 0;
  std::size_t room_ = 0;
  TextAxis axis_;
};

}  // namespace

std::string text_timeline(const std::vector<ExportRun>& runs, const TextStyle& style) {
  return Drawing(runs, style).text();
}

}  // namespace interleave
