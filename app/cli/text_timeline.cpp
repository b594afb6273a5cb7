#include "app/cli/text_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "app/cli/text_lane.h"
#include "app/cli/text_ruler.h"
#include "app/cli/words.h"
#include "app/timeline/layout.h"
#include "app/trace/comparison.h"
#include "app/trace/spans.h"
#include "app/trace/stops.h"

namespace interleave::cli {

namespace {

using InkSet = std::array<bool, kInkCount>;

Ink ink_of(const Span& span) {
  switch (span.state) {
    case TaskState::running:
      return span.blocked ? Ink::blocked : Ink::running;
    case TaskState::ready:
      return Ink::ready;
    case TaskState::suspended:
      return Ink::suspended;
    default:
      return Ink::none;
  }
}

Ink ink_of_end(Kind kind) {
  return kind == Kind::task_finished ? Ink::done
         : kind == Kind::task_failed ? Ink::failed
                                     : Ink::cancelled;
}

/// `text` cut to `room` columns, the last one … where something is missing.
std::string cut(const std::string& text, std::size_t room) {
  if (columns_of(text) <= room) {
    return text;
  }
  std::size_t columns = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool starts_letter = (static_cast<unsigned char>(text[end]) & 0xc0U) != 0x80U;
    if (starts_letter && ++columns == room) {
      break;
    }
  }
  return text.substr(0, end) + "…";
}

struct Row {
  std::string name;
  int colour = 0;
  TextLane lane;
};

/// The lanes of one run.
class RunDrawing {
 public:
  RunDrawing(const Trace& trace, Axis axis, double extent, std::size_t cells)
      : trace_(trace), steps_(trace), axis_(axis), map_(extent, cells) {
    for (const TaskId root : trace_.children_of(kProgram)) {
      add_task(root, 1);
    }
    add_workers();
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] std::string ruler(const std::string& indent, bool ascii) const {
    return axis_ == Axis::time ? time_ruler(map_, indent, ascii)
                               : step_ruler(trace_, steps_, map_, indent);
  }

 private:
  [[nodiscard]] double value(Seq seq) const {
    const Seq at = std::min(seq, trace_.size() - 1);
    return axis_ == Axis::time ? static_cast<double>(trace_[at].t_ns) : steps_.edge(at);
  }
  [[nodiscard]] std::size_t cell(Seq seq) const { return map_.cell(value(seq)); }

  [[nodiscard]] int colour_of(TaskId task) const {
    constexpr std::array kColours = {90, 36, 33, 32, 35, 34, 96, 93};
    return kColours[colour_index(trace_, task) % kColours.size()];
  }

  void add_task(TaskId task, std::size_t depth) {
    if (trace_.log().task(task).internal) {
      return;
    }
    TextLane lane(map_.cells() + 1);
    const std::vector<Span> spans = spans_of(trace_, task);
    for (const Span& span : spans) {
      draw_span(lane, task, span);
    }
    for (const Span& span : spans) {
      draw_instant(lane, span);
    }
    draw_end(lane, task);
    rows_.push_back({std::string(2 * depth, ' ') + std::string(trace_.label(task)), colour_of(task),
                     std::move(lane)});
    for (const TaskId child : trace_.children_of(task)) {
      add_task(child, depth + 1);
    }
  }

  // A piece ends where its work does, not where the next event happens to be told.
  [[nodiscard]] std::size_t begin_cell(const Span& span) const {
    return axis_ == Axis::time ? map_.cell(static_cast<double>(span.begin_ns))
                               : cell(span.begin_seq);
  }
  [[nodiscard]] std::size_t end_cell(const Span& span) const {
    return axis_ == Axis::time ? map_.cell(static_cast<double>(span.end_ns)) : cell(span.end_seq);
  }

  void draw_span(TextLane& lane, TaskId task, const Span& span) {
    const std::size_t from = begin_cell(span);
    const std::size_t to = end_cell(span);
    lane.fill(from, to, ink_of(span));
    if (ink_of(span) != Ink::ready) {
      lane.label(from, to, span_labels(trace_, task, span));
    }
  }

  /// What is too short for a cell of its own still shows that it was.
  void draw_instant(TextLane& lane, const Span& span) {
    const std::size_t at = begin_cell(span);
    if (span.state != TaskState::running || at != end_cell(span)) {
      return;
    }
    const Ink there = lane.ink_at(at);
    if (there != Ink::running && there != Ink::blocked) {
      lane.set(at, Ink::instant);
    }
  }

  void draw_end(TextLane& lane, TaskId task) {
    const Seq end = trace_.ended_at(task);
    if (end >= trace_.size()) {
      return;
    }
    std::size_t at = cell(end);
    if (at < lane.size() && lane.ink_at(at) == Ink::instant && at + 1 < lane.size()) {
      ++at;
    }
    lane.set(at, ink_of_end(trace_[end].kind));
  }

  /// Threads and processes: a lane each, with the jobs that they did.
  void add_workers() {
    std::map<std::pair<ResourceId, std::uint32_t>, TextLane> lanes;
    std::map<JobId, Seq> started;
    for (const Seq seq : trace_.job_events()) {
      const Event& event = trace_[seq];
      if (event.kind == Kind::job_started) {
        started[event.a] = seq;
      } else if (event.kind == Kind::job_finished && started.count(event.a) > 0) {
        const JobInfo& job = trace_.log().job(event.a);
        TextLane& lane =
            lanes.try_emplace({job.pool, job.worker}, TextLane(map_.cells() + 1)).first->second;
        const std::size_t from = cell(started[event.a]);
        lane.fill(from, cell(seq), job.computes ? Ink::running : Ink::suspended);
        const std::string name(trace_.label(job.submitter));
        lane.label(from, cell(seq), {name, fmt::format("job {}", event.a)});
      }
    }
    for (auto& [key, lane] : lanes) {
      const std::string_view pool = trace_.text(trace_.log().resource(key.first).name);
      rows_.push_back({fmt::format("  {}: {}", pool, key.second), 90, std::move(lane)});
    }
  }

  const Trace& trace_;
  StepColumns steps_;
  Axis axis_;
  CellMap map_;
  std::vector<Row> rows_;
};

double extent_of(const std::vector<ExportRun>& runs, Axis axis) {
  double extent = 0;
  for (const ExportRun& run : runs) {
    extent = std::max(extent, axis == Axis::time ? static_cast<double>(run.trace->end_ns())
                                                 : StepColumns(*run.trace).total());
  }
  return extent;
}

/// The longest lane's name, but at most a third of the line.
std::size_t name_columns(const std::vector<ExportRun>& runs, std::size_t width) {
  std::size_t longest = 0;
  for (const ExportRun& run : runs) {
    const RunDrawing drawing(*run.trace, Axis::time, 0, 1);
    for (const Row& row : drawing.rows()) {
      longest = std::max(longest, columns_of(row.name));
    }
  }
  return std::min(longest, width / 3);
}

std::string title_line(const ExportRun& run, std::size_t width, bool colour) {
  const bool failed = outcome_of(*run.trace) == Outcome::failed;
  const std::string total = (failed ? "failed at " : "") + total_text(run.trace->end_ns());
  const std::size_t room = width - columns_of(total) - 1;
  const std::string title = cut(run.title, room);
  const std::size_t left = room - columns_of(title);
  const std::string subtitle = left > 5 ? cut("  " + run.subtitle, left) : "";
  const std::string blanks(room + 1 - columns_of(title) - columns_of(subtitle), ' ');
  return colour
             ? fmt::format("\x1b[1m{}\x1b[0m{}{}\x1b[1m{}\x1b[0m\n", title, subtitle, blanks, total)
             : fmt::format("{}{}{}{}\n", title, subtitle, blanks, total);
}

std::string legend(const InkSet& used, bool ascii) {
  constexpr std::array<std::string_view, kInkCount> kWords = {
      "",      "running",   "BLOCKED (waits and keeps the thread)",
      "ready", "suspended", "no time",
      "done",  "failed",    "cancelled"};
  std::string text;
  for (std::size_t i = 1; i < kWords.size(); ++i) {
    if (used[i]) {
      text += fmt::format("{}{} {}", text.empty() ? "" : "   ",
                          glyph_of(static_cast<Ink>(i), ascii), kWords[i]);
    }
  }
  return text.empty() ? text : text + "\n";
}

void note_inks(const TextLane& lane, InkSet& used) {
  for (std::size_t i = 0; i < lane.size(); ++i) {
    used[static_cast<std::size_t>(lane.ink_at(i))] = true;
  }
}

}  // namespace

std::string text_timeline(const std::vector<ExportRun>& runs, const TextStyle& style) {
  const auto width = static_cast<std::size_t>(style.width);
  const std::size_t names = name_columns(runs, width);
  const std::size_t cells = width - names - 3;
  const std::string indent(names + 2, ' ');
  const double extent = extent_of(runs, style.axis);
  InkSet used{};
  std::string text;
  for (const ExportRun& run : runs) {
    const RunDrawing drawing(*run.trace, style.axis, extent, cells);
    text += title_line(run, width, style.colour);
    for (const Row& row : drawing.rows()) {
      note_inks(row.lane, used);
      const std::string name = cut(row.name, names);
      const std::string line = name + std::string(names + 2 - columns_of(name), ' ') +
                               row.lane.text(style.colour ? row.colour : 0, style.ascii);
      text += line + "\n";
    }
    if (style.axis == Axis::steps || &run == &runs.back()) {
      text += drawing.ruler(indent, style.ascii);
    }
    text += "\n";
  }
  text += legend(used, style.ascii);
  return style.ascii ? in_ascii(text) : text;
}

std::string in_ascii(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kKnown = {
      {{"…", "..."}, {"×", "x"}, {"·", "-"}, {"µ", "u"}, {"–", "-"}, {"—", "-"}, {"’", "'"}}};
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto* known = std::find_if(kKnown.begin(), kKnown.end(), [&](const auto& pair) {
      return text.substr(at).starts_with(pair.first);
    });
    if (byte < 0x80) {
      result += text[at++];
    } else if (known != kKnown.end()) {
      result += known->second;
      at += known->first.size();
    } else {
      result += (byte & 0xc0U) != 0x80U ? "?" : "";
      ++at;
    }
  }
  return result;
}

}  // namespace interleave::cli
