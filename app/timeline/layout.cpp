#include "app/timeline/layout.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/frame.h"
#include "app/timeline/parts.h"

// From a view to shapes, top to bottom:
//
//     A Sequential  one call after the other        header
//                 ( 1.2 s )                         playhead's label
//                 0 s      1 s      2 s             ruler
//     the thread  ▬▬▬▬▬▬▬▬                          lanes, a pitch each
//     main        ░░░░░░░░░░░░░░░░
//                              3.0 s                total
//                              └────┘               bracket, headline, explanation
//
// Places are worked out first for all runs (places.cpp), then each part draws into them. Where that
// is higher than the view the lanes scroll, under the heading and the ruler of the run on view.

namespace interleave {
namespace {

// Names are shown whole as long as they leave most of the width to the axis.
void place_names(Frame& frame, const std::vector<RunFrame>& runs) {
  constexpr float most_part = 0.4F;
  float wanted = frame.m.name_width;
  for (const RunFrame& run : runs) {
    wanted = std::max(wanted, name_room(frame, run));
  }
  frame.m.name_width = std::max(frame.m.name_width, std::min(wanted, most_part * frame.view.width));
}

void place_axis(Frame& frame) {
  AxisMap& map = frame.map();
  map.axis = frame.view.axis;
  map.x0 = frame.m.name_width;
  map.x1 = std::max(map.x0 + 1, frame.view.width - frame.m.right_pad);
  map.from = frame.view.from;
  map.to = frame.view.to;
  if (map.to <= map.from) {
    map.from = 0;
    map.to = full_extent(frame.view);
  }
}

void place_visible_events(const Frame& frame, RunFrame& run) {
  const Trace& trace = *run.trace;
  if (trace.size() == 0) {
    return;
  }
  const AxisMap& map = frame.map();
  if (run.columns) {
    const Seq first = run.columns->seq_at(map.from);
    run.first_seq = first > 0 ? first - 1 : 0;
    run.last_seq = std::min(trace.size() - 1, run.columns->seq_at(map.to) + 1);
  } else {
    const auto from = static_cast<std::int64_t>(std::max(0.0, std::floor(map.from)));
    const Seq first = trace.first_at(from);
    run.first_seq = first > 0 ? first - 1 : 0;
    const double to = std::min(std::ceil(map.to), 9e18);
    run.last_seq = std::min(trace.size() - 1, trace.last_at(static_cast<std::int64_t>(to)) + 1);
  }
}

void find_pixel_columns(const Frame& frame, RunFrame& run) {
  const float pixels = frame.map().x1 - frame.map().x0;
  if (run.trace->size() > 0 && static_cast<float>(run.last_seq - run.first_seq) > 4 * pixels) {
    run.dense.emplace(frame.map(), *run.trace, run.columns ? &*run.columns : nullptr);
    run.thread.emplace(*run.dense, *run.trace);
  }
}

// Several runs have one playhead: that of the selected run. Another run stands on its last event
// before that time, and the line at the time itself, inside a long piece of work as well as behind
// the run's end. A run that was put elsewhere keeps its own event's time.
std::int64_t now_of(const Frame& frame, const RunFrame& run) {
  const Trace& trace = *run.trace;
  const Seq seq = std::min(run.run->playhead, trace.size() - 1);
  const std::int64_t own = trace[seq].t_ns;
  const RunView& selected =
      frame.view.runs[std::min(frame.view.selected_run, frame.view.runs.size() - 1)];
  if (selected.whole || selected.trace->size() == 0) {
    return own;
  }
  const std::int64_t shared =
      (*selected.trace)[std::min(selected.playhead, selected.trace->size() - 1)].t_ns;
  return shared > own && trace.last_at(shared) == seq ? shared : own;
}

// On the steps axis: how far it has come within a piece of work.
double within_piece(const RunFrame& run, Seq seq) {
  const Event& event = (*run.trace)[seq];
  const bool piece = event.kind == Kind::worked || event.kind == Kind::blocked;
  if (!piece || event.duration() <= 0 || run.now_ns <= event.t_ns) {
    return 0;
  }
  const double part =
      static_cast<double>(run.now_ns - event.t_ns) / static_cast<double>(event.duration());
  const double end = run.columns->edge(std::min(seq + 1, run.trace->size() - 1));
  return std::min(1.0, part) * (end - run.columns->playhead(seq));
}

void place_playhead(const Frame& frame, RunFrame& run) {
  run.has_playhead = !run.run->whole && run.trace->size() > 0;
  if (run.trace->size() == 0) {
    return;
  }
  if (!run.has_playhead) {
    run.now_ns = run.trace->end_ns();
    return;
  }
  const Seq seq = std::min(run.run->playhead, run.trace->size() - 1);
  run.now_ns = now_of(frame, run);
  const double value = run.columns ? run.columns->playhead(seq) + within_piece(run, seq)
                                   : static_cast<double>(run.now_ns);
  run.playhead_x = frame.map().to_x(value);
  run.uprights.push_back(run.playhead_x);
}

bool on_screen(const Frame& frame, float top, float bottom) {
  return bottom > 0 && top < frame.view.height;
}

void draw_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  switch (lane.what) {
    case Lane::What::thread:
      draw_thread_lane(frame, run, lane);
      break;
    case Lane::What::task:
      draw_task_lane(frame, run, lane);
      if (lane.folded > 0) {
        draw_fold_strip(frame, run, lane);
      }
      break;
    case Lane::What::worker:
      draw_worker_lane(frame, run, lane);
      break;
    case Lane::What::resource:
      draw_resource_lane(frame, run, lane);
      break;
    default:
      break;
  }
}

void draw_lanes(Frame& frame, const RunFrame& run, bool staying) {
  // Marks stand a little over their lane's edges.
  for (const Lane& lane : run.lanes_in_sight(frame, staying, 14 * frame.k)) {
    draw_lane(frame, run, lane);
  }
}

void draw_axis(Frame& frame, RunFrame& run) {
  if (frame.view.axis == Axis::time) {
    draw_time_axis(frame, run);
  } else {
    draw_step_axis(frame, run);
  }
}

// The end of a run keeps words off, as the playhead does.
void reserve_end(const Frame& frame, RunFrame& run) {
  if (run.trace->complete() && !run.columns) {
    run.uprights.push_back(frame.map().to_x(static_cast<double>(run.trace->end_ns())));
  }
}

// What of the lanes is in sight: those that stay, or those that scroll under them.
Box lanes_window(const Frame& frame, const RunFrame& run, bool staying) {
  const float over = 14 * frame.k;
  const float top = staying || !run.stuck ? -over : 0;
  const float from = (staying ? run.lanes_top : run.scroll_top) + top;
  const float to = staying ? run.scroll_top : run.lanes_bottom + over;
  return {0, from, frame.view.width, std::max(0.0F, to - from)};
}

// Everything that stands in a lane.
void draw_lanes_and_names(Frame& frame, const RunFrame& run, bool staying) {
  std::optional<Window> window;
  if (run.stuck || run.scroll_top > run.lanes_top) {
    window.emplace(frame, lanes_window(frame, run, staying));
  }
  draw_lane_names(frame, run, staying);
  if (!staying || window) {
    draw_end_line(frame, run);
  }
  // Marks may stand a little over either end of the axis.
  const float over = 14 * frame.k;
  // As far as half of what has no length and stands under the playhead.
  const float right =
      frame.view.mask && run.has_playhead ? run.playhead_x + 4 * frame.k : frame.view.width;
  frame.clip({frame.map().x0 - over, run.lanes_top - over, right - frame.map().x0 + over,
              run.lanes_bottom - run.lanes_top + 2 * over});
  draw_lanes(frame, run, staying);
  draw_warnings(frame, run, staying);
  frame.unclip();
}

void draw_stripes_of(Frame& frame, const RunFrame& run, bool staying) {
  std::optional<Window> window;
  if (run.stuck || run.scroll_top > run.lanes_top) {
    window.emplace(frame, lanes_window(frame, run, staying));
  }
  draw_stripes(frame, run, staying);
}

// Lanes scroll away under this line.
void draw_edge(Frame& frame, const RunFrame& run) {
  const bool pins = run.scroll_top > run.lanes_top;
  if (run.stuck || pins) {
    frame.line({0, run.scroll_top}, {frame.view.width, run.scroll_top}, paint(Role::border),
               frame.scale);
  }
}

void draw_run(Frame& frame, RunFrame& run) {
  const float end = run.lanes_bottom + end_height(frame, run) + 2 * frame.m.title_size;
  if (!on_screen(frame, run.heading_top, end)) {
    return;
  }
  draw_heading(frame, run);
  const bool pins = run.scroll_top > run.lanes_top;
  draw_stripes_of(frame, run, false);
  if (pins) {
    draw_stripes_of(frame, run, true);
  }
  draw_axis(frame, run);
  draw_parting(frame, run);
  draw_blocked_wash(frame, run);
  draw_lanes_and_names(frame, run, false);
  if (pins) {
    draw_lanes_and_names(frame, run, true);
  }
  draw_edge(frame, run);
  frame.hit(Hit::What::ruler,
            {frame.map().x0, run.playhead_row_y, frame.map().x1 - frame.map().x0,
             run.lanes_top - run.playhead_row_y},
            run.index, kNoTask, 0, 0);
  if (on_screen(frame, run.lanes_bottom, end)) {
    draw_total(frame, run);
  }
}

float place_legend(Frame& frame, const std::vector<RunFrame>& runs, float bottom, Box& card) {
  const RunFrame& last = runs.back();
  const float gap = 0.8F * frame.m.title_size;
  card = legend_box(frame, {frame.m.header_pad, last.lanes_bottom + 1.6F * frame.m.title_size});
  // Beside the bracket if its words leave the room, else below it.
  if (!frame.words.is_free({card.x, card.y, card.width + gap, std::max(1.0F, bottom - card.y)})) {
    card.y = bottom + 0.4F * gap;
  }
  return std::max(bottom, card.bottom() + gap);
}

// The runs with their lanes, before anything has a place.
std::vector<RunFrame> begin_runs(const Frame& frame) {
  std::vector<RunFrame> runs(frame.view.runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    RunFrame& run = runs[i];
    run.index = i;
    run.run = &frame.view.runs[i];
    run.trace = run.run->trace;
    run.state = run.run->state;
    run.has_playhead = !run.run->whole && run.trace->size() > 0;
    if (frame.view.axis == Axis::steps) {
      run.columns.emplace(*run.trace);
    }
    run.lanes = lanes_of(frame, run);
  }
  return runs;
}

std::vector<RunFrame> start_runs(Frame& frame, std::vector<StateReader>& readers) {
  std::vector<RunFrame> runs = begin_runs(frame);
  readers.reserve(runs.size());
  for (RunFrame& run : runs) {
    if (run.state == nullptr && frame.view.show_notes && run.trace->size() > 0) {
      readers.emplace_back(*run.trace);
      const Seq at = run.run->whole ? run.trace->size() - 1
                                    : std::min(run.run->playhead, run.trace->size() - 1);
      run.state = &readers.back().at(at);
    }
    const bool workers = std::any_of(run.lanes.begin(), run.lanes.end(), [](const Lane& lane) {
      return lane.what == Lane::What::worker;
    });
    if (workers) {
      run.stays = stays_by_worker(*run.trace);
    }
  }
  place_names(frame, runs);
  place_axis(frame);
  for (RunFrame& run : runs) {
    place_visible_events(frame, run);
    find_pixel_columns(frame, run);
    place_playhead(frame, run);
  }
  return runs;
}

// Gives where the last one ends.
float place_runs(Frame& frame, std::vector<RunFrame>& runs) {
  float y = -frame.view.scroll_y;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    y = place_run(frame, runs, i, y) + (i + 1 < runs.size() ? frame.m.run_gap : 0);
  }
  return y;
}

}  // namespace

float least_height(const TimelineView& view, const Measure& measure) {
  Timeline out;
  Frame frame(view, measure, out);
  std::vector<RunFrame> runs = begin_runs(frame);
  place_names(frame, runs);
  place_axis(frame);
  for (RunFrame& run : runs) {
    place_playhead(frame, run);
  }
  return place_runs(frame, runs) + view.scroll_y;
}

Timeline layout(const TimelineView& view, const Measure& measure) {
  Timeline out;
  if (view.runs.empty()) {
    return out;
  }
  // Growing again and again would cost more than what is put there.
  constexpr float shapes_a_pixel = 6;
  const auto room =
      static_cast<std::size_t>(shapes_a_pixel * std::clamp(view.width, 0.0F, 8192.0F));
  out.shapes.reserve(room);
  out.hits.reserve(room);
  Frame frame(view, measure, out);
  std::vector<StateReader> readers;
  std::vector<RunFrame> runs = start_runs(frame, readers);
  float y = place_runs(frame, runs);
  for (RunFrame& run : runs) {
    reserve_end(frame, run);
    reserve_wake_arrow(frame, run);
  }
  for (RunFrame& run : runs) {
    draw_run(frame, run);
  }
  for (std::size_t i = 1; i < runs.size() && i <= view.comparisons.size(); ++i) {
    draw_bracket(frame, runs.front(), runs[i], runs[i].lanes_bottom);
  }
  draw_drop(frame, runs);
  if (view.show_legend) {
    Box card;
    y = place_legend(frame, runs, y, card);
    draw_legend_card(frame, card);
  }
  draw_playheads(frame, runs);
  for (const RunFrame& run : runs) {
    draw_parting_words(frame, run);
    draw_wake_arrows(frame, run);
    draw_opened_instants(frame, run);
  }
  for (const RunFrame& run : runs) {
    out.runs.push_back(run_place(frame, run));
  }
  out.content_height = y + view.scroll_y;
  return out;
}

}  // namespace interleave
