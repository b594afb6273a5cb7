#include <algorithm>
#include <cctype>

#include "app/timeline/parts.h"

// Which lanes a run has, from the top: pinned ones, the thread, tasks with their children under
// them, workers, resources. A fold leaves out children, a filter what it does not name.

namespace interleave {
namespace {

bool contains(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

std::string worker_name(const Trace& trace, const Lane& lane) {
  const std::string worker = "worker " + std::to_string(lane.worker);
  if (lane.pool == 0) {
    return worker;
  }
  return worker + " (" + std::string(trace.text(trace.log().resource(lane.pool).name)) + ")";
}

bool has_lane(ResourceType type) {
  return type != ResourceType::future && type != ResourceType::pool;
}

class Collector {
 public:
  Collector(const Frame& frame, const RunFrame& run)
      : frame_(frame), run_(run), trace_(*run.trace), filter_(frame.view.filter) {}

  std::vector<Lane> all() {
    lanes_.reserve(trace_.tasks().size() + 8);
    if (run_.run->folded_run) {
      add_thread();
      return std::move(lanes_);
    }
    add_pinned();
    if (frame_.view.show_thread) {
      add_thread();
    }
    add_tasks(kProgram, -1, 0);
    limit_tasks();
    add_workers();
    if (frame_.view.show_resources) {
      add_resources();
    }
    add_ended();
    add_hidden();
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      Lane& lane = lanes_[i];
      lane.height = frame_.m.lane_pitch + (lane.folded > 0 ? fold_strip_height(frame_) : 0);
      if (lane.parent >= 0) {
        lanes_[static_cast<std::size_t>(lane.parent)].last_child = static_cast<int>(i);
      }
    }
    return std::move(lanes_);
  }

 private:
  [[nodiscard]] bool is_pinned(const LaneKey& key) const {
    const auto& pinned = run_.run->pinned;
    return std::find(pinned.begin(), pinned.end(), key) != pinned.end();
  }

  [[nodiscard]] bool is_folded(TaskId task) const {
    const auto& folded = run_.run->folded;
    // What is looked for is found inside a fold, too.
    return filter_.empty() && std::find(folded.begin(), folded.end(), task) != folded.end();
  }

  [[nodiscard]] bool is_left_out(TaskId task) const {
    return frame_.view.hide_idle_main && !trace_.children_of(task).empty() &&
           trace_.text(trace_.log().task(task).coroutine) == "main";
  }

  [[nodiscard]] bool has_ended(TaskId task) const {
    return frame_.view.fold_ended && !run_.run->whole && !is_selected(task) &&
           trace_.ended_at(task) <= run_.run->playhead;
  }

  [[nodiscard]] bool is_selected(TaskId task) const {
    return frame_.view.selected_run == run_.index && frame_.view.selected_task == task;
  }

  // Of several runs the tasks of one are named; the others' are those of the same name.
  [[nodiscard]] bool is_one_of(TaskId task) const {
    if (filter_.tasks.empty()) {
      return true;
    }
    const std::size_t other = std::min(filter_.tasks_of_run, frame_.view.runs.size() - 1);
    const Trace& named = *frame_.view.runs[other].trace;
    return std::any_of(filter_.tasks.begin(), filter_.tasks.end(), [&](TaskId each) {
      return other == run_.index ? each == task
                                 : each <= named.log().task_count() && each != kProgram &&
                                       named.name(each) == trace_.name(task);
    });
  }

  // Whether the filter lets a lane pass; counts it if not.
  bool passes(const Lane& lane) {
    if (filter_.empty()) {
      return true;
    }
    const bool of_tasks = lane.what != Lane::What::task || is_one_of(lane.task);
    const bool passing = of_tasks && contains(lane_name(run_, lane), filter_.text);
    hidden_ += passing ? 0 : 1;
    return passing;
  }

  void add(Lane lane) {
    if (is_pinned(key_of(lane)) || !passes(lane)) {
      return;
    }
    lanes_.push_back(std::move(lane));
  }

  void add_pinned() {
    const EventLog& log = trace_.log();
    for (const LaneKey& key : run_.run->pinned) {
      Lane lane;
      lane.pinned = true;
      const bool task = key.what == LaneKey::What::task && key.id != kProgram &&
                        key.id <= log.task_count() && !log.task(key.id).internal &&
                        trace_.created_at(key.id) < trace_.size();
      const bool resource = key.what == LaneKey::What::resource && key.id > 0 &&
                            key.id <= log.resource_count() && has_lane(log.resource(key.id).type) &&
                            !trace_.resource_levels().of(key.id).empty();
      if (key.what == LaneKey::What::thread) {
        lane.what = Lane::What::thread;
      } else if (task) {
        lane.task = key.id;
        fold_if_wanted(lane);
      } else if (key.what == LaneKey::What::worker && key.worker > 0) {
        lane.what = Lane::What::worker;
        lane.pool = key.id;
        lane.worker = key.worker;
      } else if (resource) {
        lane.what = Lane::What::resource;
        lane.resource = key.id;
      } else {
        continue;  // it is of another run
      }
      lanes_.push_back(std::move(lane));
    }
  }

  void add_thread() {
    Lane thread;
    thread.what = Lane::What::thread;
    thread.height = frame_.m.lane_pitch;
    if (!is_pinned(key_of(thread)) || run_.run->folded_run) {
      lanes_.push_back(thread);
    }
  }

  [[nodiscard]] std::size_t count_below(TaskId parent) const {
    std::size_t count = 0;
    for (const TaskId task : trace_.children_of(parent)) {
      if (!trace_.log().task(task).internal) {
        count += 1 + count_below(task);
      }
    }
    return count;
  }

  void fold_if_wanted(Lane& lane) const {
    const auto children = trace_.children_of(lane.task);
    lane.foldable = filter_.empty() &&
                    std::any_of(children.begin(), children.end(),
                                [&](TaskId child) { return !trace_.log().task(child).internal; });
    lane.folded = lane.foldable && is_folded(lane.task) ? count_below(lane.task) : 0;
  }

  void add_tasks(TaskId parent, int parent_lane, int depth) {
    for (const TaskId task : trace_.children_of(parent)) {
      if (trace_.log().task(task).internal) {
        continue;
      }
      if (has_ended(task)) {
        ++ended_;
        add_tasks(task, parent_lane, depth);
        continue;
      }
      if (is_left_out(task)) {
        add_tasks(task, parent_lane, depth);
        continue;
      }
      Lane lane;
      lane.task = task;
      // Deeper than this a name would have no room left.
      lane.depth = std::min(depth, 5);
      lane.parent = parent_lane;
      fold_if_wanted(lane);
      const bool folded = lane.folded > 0;
      const std::size_t before = lanes_.size();
      add(std::move(lane));
      const bool added = lanes_.size() > before;
      if (!folded) {
        add_tasks(task, added ? static_cast<int>(before) : parent_lane,
                  added || !filter_.empty() ? depth + 1 : depth);
      }
    }
  }

  void limit_tasks() {
    const std::size_t most = frame_.view.max_lanes;
    const auto is_task = [](const Lane& lane) {
      return lane.what == Lane::What::task && !lane.pinned;
    };
    const auto count =
        static_cast<std::size_t>(std::count_if(lanes_.begin(), lanes_.end(), is_task));
    if (most == 0 || count <= most || most < 2) {
      return;
    }
    const auto first = std::find_if(lanes_.begin(), lanes_.end(), is_task);
    const auto cut = first + static_cast<std::ptrdiff_t>(most - 1);
    Lane rest;
    rest.what = Lane::What::more;
    rest.counted = count - most + 1;
    *cut = rest;
    lanes_.erase(cut + 1, first + static_cast<std::ptrdiff_t>(count));
  }

  void add_workers() {
    const EventLog& log = trace_.log();
    std::vector<std::uint32_t> workers(log.resource_count() + 1, 0);
    for (const std::uint32_t seq : trace_.job_events()) {
      const Event& event = trace_[seq];
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
        add(std::move(lane));
      }
    }
  }

  void add_resources() {
    const EventLog& log = trace_.log();
    for (ResourceId resource = 1; resource <= log.resource_count(); ++resource) {
      if (has_lane(log.resource(resource).type) && !trace_.resource_levels().of(resource).empty()) {
        Lane lane;
        lane.what = Lane::What::resource;
        lane.resource = resource;
        add(std::move(lane));
      }
    }
  }

  void add_ended() {
    if (ended_ > 0) {
      Lane line;
      line.what = Lane::What::ended;
      line.counted = ended_;
      lanes_.push_back(std::move(line));
    }
  }

  void add_hidden() {
    if (hidden_ == 0) {
      return;
    }
    Lane line;
    line.what = Lane::What::hidden;
    line.counted = hidden_;
    lanes_.push_back(std::move(line));
  }

  const Frame& frame_;
  const RunFrame& run_;
  const Trace& trace_;
  const LaneFilter& filter_;
  std::vector<Lane> lanes_;
  std::size_t hidden_ = 0;
  std::size_t ended_ = 0;
};

}  // namespace

LaneKey key_of(const Lane& lane) {
  switch (lane.what) {
    case Lane::What::thread:
      return {LaneKey::What::thread, 0, 0};
    case Lane::What::worker:
      return {LaneKey::What::worker, lane.pool, lane.worker};
    case Lane::What::resource:
      return {LaneKey::What::resource, lane.resource, 0};
    default:
      return {LaneKey::What::task, lane.task, 0};
  }
}

std::string lane_name(const RunFrame& run, const Lane& lane) {
  switch (lane.what) {
    case Lane::What::thread:
      return has_loop(*run.trace) ? "the thread (event loop)" : "the thread";
    case Lane::What::task:
      return std::string(run.trace->label(lane.task));
    case Lane::What::worker:
      return worker_name(*run.trace, lane);
    case Lane::What::resource:
      return std::string(run.trace->text(run.trace->log().resource(lane.resource).name));
    case Lane::What::more:
      return "… and " + std::to_string(lane.counted) + " more tasks";
    case Lane::What::ended:
      return "… " + std::to_string(lane.counted) +
             (lane.counted == 1 ? " has ended" : " have ended");
    case Lane::What::hidden:
      return "… " + std::to_string(lane.counted) + (lane.counted == 1 ? " lane" : " lanes") +
             " hidden by the filter";
  }
  return {};
}

std::vector<Lane> lanes_of(const Frame& frame, const RunFrame& run) {
  return Collector(frame, run).all();
}

}  // namespace interleave
