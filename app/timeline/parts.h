#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/timeline/frame.h"
#include "app/trace/spans.h"

// The parts of the layout, a file each; layout.cpp calls them in the order of painting.

namespace interleave {

// ---- lane_list.cpp
/// The lanes of a run, from the top; tops are set by the caller.
[[nodiscard]] std::vector<Lane> lanes_of(const Frame& frame, const RunFrame& run);
[[nodiscard]] std::string lane_name(const RunFrame& run, const Lane& lane);

// ---- places.cpp: where runs and their lanes stand.
/// Gives where the run ends.
[[nodiscard]] float place_run(Frame& frame, std::vector<RunFrame>& runs, std::size_t index,
                              float y);
[[nodiscard]] RunPlace run_place(const Frame& frame, const RunFrame& run);

// ---- heading.cpp: a run's badge, title and subtitle.
[[nodiscard]] float heading_height(const Frame& frame, const RunView& run);
void draw_heading(Frame& frame, const RunFrame& run);

// ---- lanes.cpp: their stripes and names, of those that are pinned or of those that scroll.
/// Pixels from the left edge that the longest of the names takes.
[[nodiscard]] float name_room(const Frame& frame, const RunFrame& run);
void draw_stripes(Frame& frame, const RunFrame& run, bool staying);
void draw_lane_names(Frame& frame, const RunFrame& run, bool staying);
/// ▸ for what is folded, ▾ for what can be.
void draw_triangle(Frame& frame, Point c, float r, bool folded);

// ---- fold_strip.cpp: below a lane's bars, what runs of the lanes that are folded into it.
[[nodiscard]] float fold_strip_height(const Frame& frame);
void draw_fold_strip(Frame& frame, const RunFrame& run, const Lane& lane);

// ---- resource_lane.cpp: how full a queue is, how many slots are free, who holds a lock.
void draw_resource_lane(Frame& frame, const RunFrame& run, const Lane& lane);
/// "3 of 5 free · 2 wait", at the playhead.
[[nodiscard]] std::string resource_note(const RunFrame& run, ResourceId resource);

// ---- notes.cpp: a few words on a lane, from the state at the playhead.
[[nodiscard]] std::string thread_note(const RunFrame& run);
[[nodiscard]] std::string task_note(const RunFrame& run, TaskId task);

// ---- axis_time.cpp, axis_steps.cpp: ruler, grid and bands.
[[nodiscard]] float ruler_height(const Frame& frame);
void draw_time_axis(Frame& frame, RunFrame& run);
void draw_step_axis(Frame& frame, RunFrame& run);
void draw_blocked_wash(Frame& frame, const RunFrame& run);

// ---- pieces.cpp: a task's spans as bars that can be seen; what is narrower is folded into one.
struct Piece {
  Span span;
  float x0 = 0;
  float x1 = 0;
  // So many changes of state in too little room; 0: not folded.
  std::size_t folded = 0;
};
[[nodiscard]] std::vector<Piece> pieces_of(const Frame& frame, const RunFrame& run, TaskId task);
/// Whether a shape of that width has a title: among very many only what is wide does.
[[nodiscard]] inline bool is_told(const Frame& frame, const RunFrame& run, float width) {
  return !run.dense || width >= 2 * frame.m.label_size;
}
/// On the time axis: a run that takes no time.
[[nodiscard]] bool is_instant(const Frame& frame, const Piece& piece);

// ---- bars.cpp, labels.cpp, marks.cpp
void draw_task_lane(Frame& frame, const RunFrame& run, const Lane& lane);
void draw_span_label(Frame& frame, const RunFrame& run, const Lane& lane, const Piece& piece,
                     const Box& bar);
/// The widest part of [x0, x1] in which words keep clear of every upright.
struct Stretch {
  float x0 = 0;
  float x1 = 0;
  [[nodiscard]] float width() const { return x1 - x0; }
  [[nodiscard]] float middle() const { return (x0 + x1) / 2; }
};
[[nodiscard]] Stretch widest_free(const Frame& frame, const RunFrame& run, float x0, float x1);
void draw_marks(Frame& frame, const RunFrame& run, const Lane& lane,
                const std::vector<Piece>& pieces);
/// "add: done at 2 s", of a task that has ended.
[[nodiscard]] std::string end_title(const Trace& trace, TaskId task);
void draw_instant(Frame& frame, float x, float top, float height, std::uint16_t colour, float alpha,
                  std::string title);

// ---- warnings.cpp: a sign on the lane of whom each concerns.
void draw_warnings(Frame& frame, const RunFrame& run, bool staying);

[[nodiscard]] std::string span_title(const Trace& trace, TaskId task, const Span& span);

/// The steps that begin at one time.
struct Instant {
  std::int64_t t_ns = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};
/// Those that begin when `step` does, which is the first of them.
[[nodiscard]] Instant instant_at(const Trace& trace, std::uint32_t step);
/// The first step at `t_ns` or later.
[[nodiscard]] std::uint32_t first_step_from(const Trace& trace, std::int64_t t_ns);

// ---- thread_lane.cpp, worker_lane.cpp, badges.cpp
void draw_thread_lane(Frame& frame, const RunFrame& run, const Lane& lane);
/// Of all jobs, those of a worker together, in order.
[[nodiscard]] std::vector<JobStay> stays_by_worker(const Trace& trace);
void draw_worker_lane(Frame& frame, const RunFrame& run, const Lane& lane);
void draw_badges(Frame& frame, const RunFrame& run, const Lane& lane);

// ---- opened_instant.cpp
void draw_opened_instants(Frame& frame, const RunFrame& run);

// ---- ends.cpp: totals, brackets, what was saved and from where.
/// The upright at the end lies behind the lanes' bars and marks, its words below them.
void draw_end_line(Frame& frame, const RunFrame& run);
void draw_total(Frame& frame, const RunFrame& run);
/// Of all that stands below the lanes of a run.
[[nodiscard]] float end_height(const Frame& frame, const RunFrame& run);
void draw_drop(Frame& frame, const std::vector<RunFrame>& runs);
void draw_bracket(Frame& frame, const RunFrame& baseline, const RunFrame& run, float top);

// ---- legend.cpp
[[nodiscard]] Box legend_box(const Frame& frame, Point at);
void draw_legend_card(Frame& frame, const Box& box);

// ---- parting.cpp: where the runs compared part.
void draw_parting(Frame& frame, const RunFrame& run);
void draw_parting_words(Frame& frame, const RunFrame& run);

// ---- playhead.cpp, arrow.cpp
/// Whether all runs stand at one time: then the first one's label is for all.
[[nodiscard]] bool one_playhead(const Frame& frame, const std::vector<RunFrame>& runs);
void draw_playheads(Frame& frame, const std::vector<RunFrame>& runs);
/// The upright of the arrow to the selected task is kept free of words.
void reserve_wake_arrow(const Frame& frame, RunFrame& run);
void draw_wake_arrows(Frame& frame, const RunFrame& run);

}  // namespace interleave
