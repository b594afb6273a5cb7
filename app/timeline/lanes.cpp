#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"

namespace interleave {
namespace {

bool is_left_out(const Frame& frame, const RunFrame& run, TaskId task) {
  return frame.view.hide_idle_main && !run.trace->children_of(task).empty() &&
         run.trace->text(run.trace->log().task(task).coroutine) == "main";
}

void add_tasks(const Frame& frame, const RunFrame& run, TaskId parent, int parent_lane, int depth,
               std::vector<Lane>& lanes) {
  for (const TaskId task : run.trace->children_of(parent)) {
    if (run.trace->log().task(task).internal) {
      continue;
    }
    if (is_left_out(frame, run, task)) {
      add_tasks(frame, run, task, parent_lane, depth, lanes);
      continue;
    }
    Lane lane;
    lane.task = task;
    // Deeper than this a name would have no room left.
    lane.depth = std::min(depth, 5);
    lane.parent = parent_lane;
    lanes.push_back(lane);
    add_tasks(frame, run, task, static_cast<int>(lanes.size()) - 1, depth + 1, lanes);
  }
}

void add_workers(const RunFrame& run, std::vector<Lane>& lanes) {
  const EventLog& log = run.trace->log();
  std::vector<std::uint32_t> workers(log.resource_count() + 1, 0);
  for (const std::uint32_t seq : run.trace->job_events()) {
    const Event& event = (*run.trace)[seq];
    if (event.kind == Kind::job_started && event.a > 0 && event.a <= log.job_count()) {
      const JobInfo& info = log.job(event.a);
      workers[info.pool] = std::max(workers[info.pool], info.worker);
    }
  }
  for (ResourceId pool = 0; pool < workers.size(); ++pool) {
    for (std::uint32_t worker = 1; worker <= workers[pool]; ++worker) {
      Lane lane;
      lane.what = Lane::What::worker;
      lane.pool = pool;
      lane.worker = worker;
      lanes.push_back(lane);
    }
  }
}

void limit_tasks(std::size_t most, std::vector<Lane>& lanes) {
  const auto is_task = [](const Lane& lane) { return lane.what == Lane::What::task; };
  const auto count = static_cast<std::size_t>(std::count_if(lanes.begin(), lanes.end(), is_task));
  if (most == 0 || count <= most || most < 2) {
    return;
  }
  const auto first = std::find_if(lanes.begin(), lanes.end(), is_task);
  const auto cut = first + static_cast<std::ptrdiff_t>(most - 1);
  const auto end = first + static_cast<std::ptrdiff_t>(count);
  Lane rest;
  rest.what = Lane::What::more;
  rest.name = "… and " + std::to_string(count - most + 1) + " more tasks";
  *cut = rest;
  lanes.erase(cut + 1, end);
}

std::string worker_name(const Trace& trace, const Lane& lane) {
  const std::string worker = "worker " + std::to_string(lane.worker);
  if (lane.pool == 0) {
    return worker;
  }
  return worker + " (" + std::string(trace.text(trace.log().resource(lane.pool).name)) + ")";
}

std::string name_of(const RunFrame& run, const Lane& lane) {
  switch (lane.what) {
    case Lane::What::thread:
      return has_loop(*run.trace) ? "the thread (event loop)" : "the thread";
    case Lane::What::task:
      return std::string(run.trace->label(lane.task));
    case Lane::What::worker:
      return worker_name(*run.trace, lane);
    default:
      return lane.name;
  }
}

bool visible(const Frame& frame, const Lane& lane) {
  return lane.top < frame.view.height && lane.top + frame.m.lane_pitch > 0;
}

struct NamePlace {
  Point dot;
  float text_x;
  float name_y;
  float note_y;
};

NamePlace place_of(const Frame& frame, const Lane& lane) {
  const Metrics& m = frame.m;
  const float kn = m.name_size / 13;
  const float indent = static_cast<float>(lane.depth) * 12 * kn;
  const float dot_x = m.left_pad + 6 * kn + indent;
  const bool noted = frame.view.show_notes && m.lane_pitch > 1.9F * m.name_size;
  const float middle = lane.top + m.lane_pitch * (noted ? 0.39F : 0.478F);
  return {{dot_x, middle},
          dot_x + 14 * kn,
          middle + 0.35F * m.name_size,
          middle + 0.35F * m.name_size + 1.32F * m.note_size};
}

void draw_name(Frame& frame, const RunFrame& run, const Lane& lane) {
  const Metrics& m = frame.m;
  const NamePlace place = place_of(frame, lane);
  const float room = m.name_width - 14 * frame.k - place.text_x;
  const bool selected = run.index == frame.view.selected_run && lane.what == Lane::What::task &&
                        lane.task == frame.view.selected_task;
  if (lane.what != Lane::What::more) {
    const std::uint16_t colour =
        lane.what == Lane::What::task ? frame.colours.of(run.index, lane.task) : std::uint16_t{0};
    frame.circle(place.dot, 5 * m.name_size / 13, task_paint(colour));
  }
  Label name{lane.name, m.name_size, Face::semibold, paint(selected ? Role::accent : Role::ink)};
  if (lane.what == Lane::What::more) {
    name.face = Face::regular;
    name.paint = paint(Role::ink_soft);
  }
  name.text = shortened(frame.measure, name.text, name.face, name.size, room);
  // The whole name is said where it had to be cut.
  frame.text_if_free(name, {place.text_x, place.name_y}, Align::left,
                     name.text == lane.name ? std::string() : lane.name);
  if (frame.view.show_notes && !lane.note.empty() && m.lane_pitch > 1.9F * m.name_size) {
    Label note{shortened(frame.measure, lane.note, Face::regular, m.note_size, room), m.note_size,
               Face::regular, paint(Role::ink_soft)};
    frame.text_if_free(note, {place.text_x, place.note_y});
  }
}

void draw_connectors(Frame& frame, const RunFrame& run) {
  const Paint ink = paint(Role::ink_faint);
  const float width = 1.2F * frame.k;
  const float radius = 6 * frame.m.name_size / 13;
  // One upright for each parent, down to its last child, and a branch to each child.
  std::vector<float> lowest(run.lanes.size(), -1);
  for (const Lane& lane : run.lanes) {
    if (lane.parent < 0) {
      continue;
    }
    const auto parent = static_cast<std::size_t>(lane.parent);
    const Point from = place_of(frame, run.lanes[parent]).dot;
    const Point to = place_of(frame, lane).dot;
    lowest[parent] = std::max(lowest[parent], to.y);
    if (visible(frame, lane)) {
      frame.line({from.x, to.y}, {to.x - radius, to.y}, ink, width);
    }
  }
  for (std::size_t i = 0; i < run.lanes.size(); ++i) {
    const Point dot = place_of(frame, run.lanes[i]).dot;
    const float from = std::max(dot.y + radius, run.lanes_top);
    const float to = std::min(lowest[i], frame.view.height);
    if (to > from) {
      frame.line({dot.x, from}, {dot.x, to}, ink, width);
    }
  }
}

}  // namespace

LaneKey key_of(const Lane& lane) {
  switch (lane.what) {
    case Lane::What::thread:
      return {LaneKey::What::thread, 0, 0};
    case Lane::What::worker:
      return {LaneKey::What::worker, lane.pool, lane.worker};
    default:
      return {LaneKey::What::task, lane.task, 0};
  }
}

std::vector<Lane> lanes_of(const Frame& frame, const RunFrame& run) {
  std::vector<Lane> lanes;
  if (frame.view.show_thread) {
    Lane thread;
    thread.what = Lane::What::thread;
    lanes.push_back(thread);
  }
  add_tasks(frame, run, kProgram, -1, 0, lanes);
  limit_tasks(frame.view.max_lanes, lanes);
  add_workers(run, lanes);
  return lanes;
}

void draw_stripes(Frame& frame, const RunFrame& run) {
  for (std::size_t i = 0; i < run.lanes.size(); ++i) {
    const Lane& lane = run.lanes[i];
    if (!visible(frame, lane)) {
      continue;
    }
    const Box box{0, lane.top, frame.view.width, frame.m.lane_pitch};
    const bool selected = lane.what == Lane::What::task && frame.view.selected_task == lane.task &&
                          run.index == frame.view.selected_run;
    if (selected) {
      frame.rect(box, paint(Role::accent_soft));
    } else if (i % 2 == 1) {
      // On white half as strong: it only guides the eye.
      frame.rect(box, paint(Role::stripe, frame.view.backdrop == Role::panel ? 0.6F : 1.0F));
    }
    const bool changed = frame.view.pulse > 0 && run.has_playhead &&
                         lane.what == Lane::What::task &&
                         (*run.trace)[run.run->playhead].task == lane.task;
    if (changed) {
      frame.rect(box, paint(Role::accent_soft, std::min(1.0F, frame.view.pulse)));
    }
    frame.hit(Hit::What::lane, box, run.index, lane.task, run.run->playhead, 0);
  }
}

float name_room(const Frame& frame, const RunFrame& run) {
  // A look at the first lanes is enough to place a column.
  constexpr std::size_t most = 200;
  float widest = 0;
  for (std::size_t i = 0; i < std::min(most, run.lanes.size()); ++i) {
    const float x = place_of(frame, run.lanes[i]).text_x;
    const std::string name = name_of(run, run.lanes[i]);
    widest = std::max(widest, x + frame.measure.width(name, Face::semibold, frame.m.name_size));
  }
  return std::ceil(widest + 15 * frame.k);
}

void draw_lane_names(Frame& frame, const RunFrame& run) {
  draw_connectors(frame, run);
  for (const Lane& lane : run.lanes) {
    if (!visible(frame, lane)) {
      continue;
    }
    Lane named = lane;
    named.name = name_of(run, lane);
    if (run.state != nullptr && lane.what == Lane::What::thread) {
      named.note = thread_note(run);
    } else if (run.state != nullptr && lane.what == Lane::What::task) {
      named.note = task_note(run, lane.task);
    }
    draw_name(frame, run, named);
    frame.hit(Hit::What::lane_name, {0, lane.top, frame.m.name_width, frame.m.lane_pitch},
              run.index, lane.task, run.run->playhead, 0);
  }
}

}  // namespace interleave
