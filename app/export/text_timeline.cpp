#include "app/export/text_timeline.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/export/text_rows.h"
#include "app/timeline/colours.h"
#include "app/timeline/layout.h"
#include "app/timeline/step_columns.h"
#include "app/timeline/utf8.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// Beyond this nobody reads on; the rest is counted.
constexpr std::size_t kMostParts = 40;
constexpr double kLeastStep = 3;
constexpr double kMostStep = 12;

struct Run {
  const ExportRun* shown;
  const Trace* trace;
  std::size_t index;
  std::optional<StepColumns> columns;
};

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

  [[nodiscard]] std::string thread_name(const Run& run) const {
    return has_loop(*run.trace) ? "the thread (event loop)" : "the thread";
  }

  void place_names() {
    std::size_t widest = 0;
    for (const Run& run : runs_) {
      widest = std::max(widest, thread_name(run).size());
      for (const TaskId task : run.trace->tasks()) {
        widest =
            std::max(widest, 2 * depth(*run.trace, task) + code_points(run.trace->label(task)));
      }
    }
    names_ = std::min(widest, static_cast<std::size_t>(style_.width) / 3);
  }

  static std::size_t depth(const Trace& trace, TaskId task) {
    std::size_t depth = 0;
    for (TaskId up = trace.log().task(task).parent; up != kProgram && depth < 4;
         up = trace.log().task(up).parent) {
      ++depth;
    }
    return depth;
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
      per_unit_ = extent > 0 ? static_cast<double>(room_) / extent : 0;
    } else {
      per_unit_ = std::clamp(std::floor(static_cast<double>(room_) / std::max(1.0, extent)),
                             kLeastStep, kMostStep);
    }
  }

  [[nodiscard]] std::size_t cell_of(double value) const {
    return static_cast<std::size_t>(std::llround(std::max(0.0, value) * per_unit_));
  }
  [[nodiscard]] std::size_t cell_at(const Run& run, std::int64_t t_ns, Seq seq) const {
    return cell_of(run.columns ? run.columns->edge(seq) : static_cast<double>(t_ns));
  }

  [[nodiscard]] TextRow row(std::string name, const Run& run) const {
    const double extent =
        run.columns ? run.columns->total() : static_cast<double>(run.trace->end_ns());
    TextRow row;
    row.name = std::move(name);
    row.cells.resize(std::max<std::size_t>(cell_of(extent), 1) + 1);
    return row;
  }

  // ---- rows

  void draw_span(const Run& run, TextRow& row, const Span& span, std::uint16_t colour) const {
    const std::size_t from = cell_at(run, span.begin_ns, span.begin_seq);
    std::size_t to = cell_at(run, span.end_ns, span.end_seq);
    if (span.state != TaskState::running) {
      row.fill(from, to, span.state == TaskState::ready ? Sign::ready : Sign::suspended, colour);
      return;
    }
    const bool instant = style_.axis == Axis::time && span.begin_ns == span.end_ns;
    if (instant) {
      const std::size_t cell = std::min(from, row.cells.size() - 1);
      const Sign there = row.cells[cell].sign;
      if (there != Sign::running && there != Sign::blocked) {
        row.fill(cell, cell + 1, Sign::instant, colour);
      }
      return;
    }
    to = std::max(to, from + 1);
    row.fill(from, to, span.blocked ? Sign::blocked : Sign::running, colour);
  }

  [[nodiscard]] TextRow task_row(const Run& run, TaskId task) const {
    const Trace& trace = *run.trace;
    TextRow row = this->row(
        std::string(2 * depth(trace, task), ' ') + shown_text(trace.label(task), style_.ascii),
        run);
    const std::uint16_t colour = colours_.of(run.index, task);
    const Seq created = trace.created_at(task);
    if (created < trace.size()) {
      row.fill(0, cell_at(run, trace[created].t_ns, created), Sign::not_called, colour);
    }
    const std::vector<Span> spans = spans_of(trace, task);
    // What takes time first, then what would be covered by it.
    for (const bool instants : {false, true}) {
      for (const Span& span : spans) {
        if ((span.state == TaskState::running && span.begin_ns == span.end_ns) == instants) {
          draw_span(run, row, span, colour);
        }
      }
    }
    for (const Span& span : spans) {
      std::vector<std::string> labels = span_labels(trace, task, span);
      for (std::string& label : labels) {
        label = shown_text(label, style_.ascii);
      }
      row.label(cell_at(run, span.begin_ns, span.begin_seq),
                cell_at(run, span.end_ns, span.end_seq), labels);
    }
    draw_end(run, row, task, colour);
    return row;
  }

  void draw_end(const Run& run, TextRow& row, TaskId task, std::uint16_t colour) const {
    const Trace& trace = *run.trace;
    const Seq ended = trace.ended_at(task);
    if (ended >= trace.size()) {
      return;
    }
    const Kind kind = trace[ended].kind;
    const Sign sign = kind == Kind::task_failed      ? Sign::failed
                      : kind == Kind::task_cancelled ? Sign::cancelled
                                                     : Sign::done;
    std::size_t cell = cell_at(run, trace[ended].t_ns, ended);
    // Behind a run of no length that ends the task, where there is room.
    if (cell < row.cells.size() && row.cells[cell].sign == Sign::instant) {
      ++cell;
      if (cell >= row.cells.size()) {
        row.cells.resize(cell + 1);
      }
    }
    row.fill(cell, cell + 1, sign, colour);
  }

  [[nodiscard]] TextRow thread_row(const Run& run) const {
    const Trace& trace = *run.trace;
    TextRow row = this->row(thread_name(run), run);
    for (const std::uint32_t seq : trace.advances()) {
      const Event& event = trace[seq];
      if (!run.columns) {
        const std::size_t from = cell_of(static_cast<double>(event.duration()));
        const std::size_t to = cell_of(static_cast<double>(event.t_ns));
        row.fill(from, to, Sign::idle, 0);
        row.label(from, to, {"idle " + seconds_text(event.t_ns - event.duration())});
      }
    }
    for (std::uint32_t step = 1; step <= trace.step_count(); ++step) {
      const Seq seq = trace.step_begin(step);
      const std::uint16_t colour = colours_.of(run.index, trace[seq].task);
      if (run.columns) {
        row.fill(cell_of(run.columns->begin_of(step)), cell_of(run.columns->end_of(step)),
                 Sign::running, colour);
      } else {
        const std::size_t cell = cell_of(static_cast<double>(trace[seq].t_ns));
        row.fill(cell, cell + 1, Sign::instant, colour);
      }
    }
    for (const std::uint32_t seq : trace.thread_events()) {
      const Event& event = trace[seq];
      const std::size_t from = cell_at(run, event.t_ns, seq);
      const std::size_t to = cell_at(run, event.t_ns + event.duration(), seq + 1);
      const bool drawn = event.duration() > 0 || run.columns;
      row.fill(from, drawn ? std::max(to, from + 1) : from,
               event.kind == Kind::blocked ? Sign::blocked : Sign::running,
               colours_.of(run.index, event.task));
    }
    return row;
  }

  [[nodiscard]] std::vector<TextRow> worker_rows(const Run& run) const {
    const Trace& trace = *run.trace;
    const EventLog& log = trace.log();
    std::vector<TextRow> rows;
    std::vector<std::pair<ResourceId, std::uint32_t>> workers;
    std::vector<Seq> started(log.job_count() + 1, trace.size());
    for (const std::uint32_t seq : trace.job_events()) {
      const Event& event = trace[seq];
      const JobInfo& job = log.job(event.a);
      if (event.kind == Kind::job_started) {
        started[event.a] = seq;
      }
      if (event.kind != Kind::job_finished || started[event.a] >= trace.size()) {
        continue;
      }
      const auto worker = std::make_pair(job.pool, job.worker);
      auto found = std::find(workers.begin(), workers.end(), worker);
      if (found == workers.end()) {
        workers.push_back(worker);
        rows.push_back(row("worker " + std::to_string(job.worker), run));
        found = workers.end() - 1;
      }
      TextRow& lane = rows[static_cast<std::size_t>(found - workers.begin())];
      const Seq begin = started[event.a];
      const std::size_t from = cell_at(run, trace[begin].t_ns, begin);
      const std::size_t to = cell_at(run, event.t_ns, seq);
      lane.fill(from, std::max(to, from + 1), job.computes ? Sign::running : Sign::suspended,
                colours_.of(run.index, job.submitter));
      lane.label(from, to, {"job " + std::to_string(event.a)});
    }
    return rows;
  }

  // ---- rulers: words placed from the left, those that would touch left out

  static void put(std::string& line, std::size_t cell, const std::string& words) {
    const std::size_t used = code_points(line);
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
      if (cell + words.size() <= room_ + 1) {
        put(line, cell, words);
      }
      if (per_unit_ <= 0) {
        break;
      }
    }
    return line;
  }

  [[nodiscard]] std::int64_t nice_step() const {
    for (std::int64_t power = 1; power < 1'000'000'000'000'000'000; power *= 10) {
      for (const std::int64_t factor : {1, 2, 5}) {
        if (static_cast<double>(factor * power) * per_unit_ >= 9) {
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
    for (double v = 0; v < run.columns->total(); v += 1 / per_unit_) {
      const std::size_t cell = cell_of(v);
      if (cell < part.from || cell >= part.to) {
        continue;
      }
      const std::int64_t t_ns = trace[run.columns->seq_at(v + 1e-9)].t_ns;
      if (t_ns != last) {
        const std::string words = seconds_text(t_ns);
        if (cell - part.from + words.size() <= room_ + 1) {
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
      if (cell >= part.from && cell < part.to && cell - part.from + words.size() <= room_ + 1) {
        put(line, cell - part.from, words);
      }
    }
    return line;
  }

  // ---- lines

  [[nodiscard]] std::string line(const std::string& name, const std::string& rest) const {
    std::string cut;
    std::size_t length = 0;
    for (std::size_t at = 0; at < name.size() && length < names_; ++length) {
      const std::size_t start = at;
      next_code_point(name, at);
      cut += name.substr(start, at - start);
    }
    if (rest.empty()) {
      return cut + "\n";
    }
    return cut + std::string(names_ - length + 2, ' ') + rest + "\n";
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
    std::string cut;
    std::size_t at = 0;
    for (int i = 0; at < text.size() && i < style_.width; ++i) {
      const std::size_t start = at;
      next_code_point(text, at);
      cut += text.substr(start, at - start);
    }
    return (style_.colour ? "\x1b[1m" + cut + "\x1b[0m" : cut) + "\n";
  }

  std::string run_text(const Run& run) const {
    std::vector<TextRow> rows = {thread_row(run)};
    add_tasks(run, kProgram, rows);
    for (TextRow& row : worker_rows(run)) {
      rows.push_back(std::move(row));
    }
    std::string text = header(run);
    if (style_.axis == Axis::time) {
      return text + line("", time_ruler()) + rows_text(rows, {0, room_ + 2});
    }
    const std::size_t cells = rows.front().cells.size() - 1;
    const auto step = static_cast<std::size_t>(per_unit_);
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

  void add_tasks(const Run& run, TaskId parent, std::vector<TextRow>& rows) const {
    for (const TaskId task : run.trace->children_of(parent)) {
      if (!run.trace->log().task(task).internal) {
        rows.push_back(task_row(run, task));
        add_tasks(run, task, rows);
      }
    }
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
  double per_unit_ = 0;
};

}  // namespace

std::string text_timeline(const std::vector<ExportRun>& runs, const TextStyle& style) {
  return Drawing(runs, style).text();
}

}  // namespace interleave
