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
// Places are worked out first for all runs, then each part draws into them. Where that is higher
// than the view, all of it scrolls, rulers and the playhead's label too.

namespace interleave {
namespace {

float header_height(const Frame& frame, const RunView& run) {
  return run.title.empty() && run.badge.empty() ? 0.35F * frame.m.title_size
                                                : 1.75F * frame.m.title_size;
}

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

float place_run(Frame& frame, std::vector<RunFrame>& runs, std::size_t index, float y) {
  RunFrame& run = runs[index];
  run.top = y;
  y += header_height(frame, *run.run);
  run.playhead_row_y = y;
  y += playhead_row_height(frame, runs, index);
  run.ruler_top = y;
  y += ruler_height(frame);
  run.lanes_top = y;
  for (Lane& lane : run.lanes) {
    lane.top = y;
    y += frame.m.lane_pitch;
  }
  run.lanes_bottom = y;
  y += run.trace->complete() ? 1.5F * frame.m.title_size : 0.3F * frame.m.title_size;
  return std::max(y, run.lanes_bottom + bracket_height(frame, index));
}

void draw_header(Frame& frame, const RunFrame& run) {
  const RunView& view = *run.run;
  const float size = frame.m.title_size;
  const float y = run.top + 1.2F * size;
  const float right = frame.view.width - frame.m.header_pad;
  float x = frame.m.header_pad;
  if (!view.badge.empty()) {
    const Label badge{view.badge, 0.93F * size, Face::bold, paint(Role::accent)};
    frame.text_if_free(badge, {x, y});
    x += frame.text_width(badge) + 0.6F * size;
  }
  Label title{shortened(frame.measure, view.title, Face::bold, size, right - x), size, Face::bold,
              paint(Role::ink)};
  if (frame.text_if_free(title, {x, y})) {
    x += frame.text_width(title) + 0.8F * size;
  }
  const Face face = view.subtitle_is_code ? Face::mono : Face::regular;
  const float small = 0.8F * size;
  const Label subtitle{shortened(frame.measure, view.subtitle, face, small, right - x), small, face,
                       paint(Role::ink_soft)};
  frame.text_if_free(subtitle, {x, y});
}

bool on_screen(const Frame& frame, float top, float bottom) {
  return bottom > 0 && top < frame.view.height;
}

void draw_lanes(Frame& frame, const RunFrame& run) {
  for (const Lane& lane : run.lanes) {
    if (!on_screen(frame, lane.top - frame.m.lane_pitch, lane.top + 2 * frame.m.lane_pitch)) {
      continue;
    }
    switch (lane.what) {
      case Lane::What::thread:
        draw_thread_lane(frame, run, lane);
        break;
      case Lane::What::task:
        draw_task_lane(frame, run, lane);
        break;
      case Lane::What::worker:
        draw_worker_lane(frame, run, lane);
        break;
      case Lane::What::more:
        break;
    }
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

void draw_run(Frame& frame, RunFrame& run) {
  draw_header(frame, run);
  draw_stripes(frame, run);
  draw_axis(frame, run);
  draw_blocked_wash(frame, run);
  draw_lane_names(frame, run);
  draw_end_line(frame, run);
  // Marks may stand a little over either end of the axis.
  const float over = 14 * frame.k;
  const float right = frame.view.mask && run.has_playhead ? run.playhead_x : frame.view.width;
  frame.clip({frame.map().x0 - over, run.lanes_top - over, right - frame.map().x0 + over,
              run.lanes_bottom - run.lanes_top + 2 * over});
  draw_lanes(frame, run);
  draw_warnings(frame, run);
  frame.unclip();
  frame.hit(Hit::What::ruler,
            {frame.map().x0, run.playhead_row_y, frame.map().x1 - frame.map().x0,
             run.lanes_top - run.playhead_row_y},
            run.index, kNoTask, 0, 0);
  const float end_height = bracket_height(frame, run.index) + 2 * frame.m.title_size;
  if (on_screen(frame, run.lanes_bottom, run.lanes_bottom + end_height)) {
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

std::vector<RunFrame> start_runs(Frame& frame, std::vector<StateReader>& readers) {
  std::vector<RunFrame> runs(frame.view.runs.size());
  readers.reserve(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    RunFrame& run = runs[i];
    run.index = i;
    run.run = &frame.view.runs[i];
    run.trace = run.run->trace;
    if (frame.view.axis == Axis::steps) {
      run.columns.emplace(*run.trace);
    }
    run.state = run.run->state;
    if (run.state == nullptr && frame.view.show_notes && run.trace->size() > 0) {
      readers.emplace_back(*run.trace);
      const Seq at = run.run->whole ? run.trace->size() - 1
                                    : std::min(run.run->playhead, run.trace->size() - 1);
      run.state = &readers.back().at(at);
    }
    run.lanes = lanes_of(frame, run);
  }
  place_names(frame, runs);
  place_axis(frame);
  for (RunFrame& run : runs) {
    place_visible_events(frame, run);
    place_playhead(frame, run);
  }
  return runs;
}

void note_places(const std::vector<RunFrame>& runs, const Frame& frame, Timeline& out) {
  const AxisMap& map = out.map;
  for (const RunFrame& run : runs) {
    RunPlace place;
    place.lanes = {map.x0, run.lanes_top, map.x1 - map.x0, run.lanes_bottom - run.lanes_top};
    place.ruler = {map.x0, run.playhead_row_y, map.x1 - map.x0, run.lanes_top - run.playhead_row_y};
    place.playhead_x = run.has_playhead ? run.playhead_x : frame.map().x0;
    place.scroll_top = run.lanes_top;
    for (const Lane& lane : run.lanes) {
      if (lane.what != Lane::What::more) {
        place.lane_places.push_back(
            {key_of(lane), {0, lane.top, frame.view.width, frame.m.lane_pitch}, false, false});
      }
    }
    out.runs.push_back(place);
  }
}

}  // namespace

Timeline layout(const TimelineView& view, const Measure& measure) {
  Timeline out;
  if (view.runs.empty()) {
    return out;
  }
  Frame frame(view, measure, out);
  std::vector<StateReader> readers;
  std::vector<RunFrame> runs = start_runs(frame, readers);
  float y = -view.scroll_y;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    y = place_run(frame, runs, i, y) + (i + 1 < runs.size() ? frame.m.run_gap : 0);
    reserve_end(frame, runs[i]);
    reserve_wake_arrow(frame, runs[i]);
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
    draw_wake_arrow(frame, run);
    draw_opened_instants(frame, run);
  }
  note_places(runs, frame, out);
  out.content_height = y + view.scroll_y;
  return out;
}

std::optional<float> scroll_to_lane(const Timeline& timeline, std::size_t run, const LaneKey& lane,
                                    float height) {
  if (run >= timeline.runs.size()) {
    return std::nullopt;
  }
  const RunPlace& place = timeline.runs[run];
  for (const LanePlace& each : place.lane_places) {
    if (each.key != lane) {
      continue;
    }
    const float above = place.scroll_top - each.box.y;
    const float below = each.box.bottom() - height;
    if (each.pinned || (above <= 0 && below <= 0)) {
      return 0.0F;
    }
    return above > 0 ? -above : std::min(below, -above);
  }
  return std::nullopt;
}

}  // namespace interleave
