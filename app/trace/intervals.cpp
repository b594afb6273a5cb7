#include "app/trace/intervals.h"

#include <algorithm>
#include <optional>

#include "app/trace/job_stays.h"

namespace interleave {

namespace {

/// Collects the intervals in one pass over the events.
class Collector {
 public:
  explicit Collector(const Trace& trace) : trace_(trace), end_ns_(trace.end_ns()) {}

  std::vector<Interval> collect() && {
    for (Seq seq = 0; seq < trace_.size(); ++seq) {
      take(trace_[seq]);
    }
    for (TaskId task = 0; task < sleeps_.size(); ++task) {
      wake(task, end_ns_);
    }
    for (const JobStay& stay : job_stays(trace_)) {
      add_job(stay);
    }
    return std::move(intervals_);
  }

 private:
  void take(const Event& event) {
    switch (event.kind) {
      case Kind::worked:
        add(event.t_ns, event.t_ns + event.duration(), Spending::thread_works, event.task);
        break;
      case Kind::blocked:
        add(event.t_ns, event.t_ns + event.duration(), Spending::thread_blocks, event.task);
        break;
      case Kind::task_suspended:
        fall_asleep(event);
        break;
      case Kind::task_ready:
      case Kind::task_finished:
      case Kind::task_failed:
      case Kind::task_cancelled:
        wake(event.task, event.t_ns);
        break;
      default:
        break;
    }
  }

  void add(std::int64_t begin_ns, std::int64_t end_ns, Spending spending, TaskId task) {
    end_ns = std::min(end_ns, end_ns_);
    if (begin_ns < end_ns) {
      intervals_.push_back({begin_ns, end_ns, spending, task});
    }
  }

  void fall_asleep(const Event& event) {
    const EventLog& log = trace_.log();
    if (event.reason() != Reason::sleep || event.a == 0 || event.a > log.timer_count() ||
        event.task > log.task_count()) {
      return;
    }
    if (sleeps_.size() <= event.task) {
      sleeps_.resize(std::size_t{event.task} + 1);
    }
    sleeps_[event.task] = Sleep{event.t_ns, log.timer(event.a).due_ns};
  }

  /// A sleep lasts to its due time: what comes later is the taken thread's doing. A cancelled one
  /// ends when the task is woken.
  void wake(TaskId task, std::int64_t now_ns) {
    if (task >= sleeps_.size() || !sleeps_[task]) {
      return;
    }
    add(sleeps_[task]->begin_ns, std::min(sleeps_[task]->due_ns, now_ns), Spending::sleeps, task);
    sleeps_[task].reset();
  }

  /// The loop may hear late of a job's end; the job itself took its length.
  void add_job(const JobStay& stay) {
    const JobInfo& info = trace_.log().job(stay.job);
    add(stay.acts_ns, std::min(stay.acts_ns + info.duration_ns, stay.end_ns), spending_of(info),
        info.submitter);
  }

  Spending spending_of(const JobInfo& job) const {
    if (!job.computes) {
      return Spending::job_waits;
    }
    return is_in_process(trace_, job) ? Spending::process_computes : Spending::thread_job_computes;
  }

  struct Sleep {
    std::int64_t begin_ns;
    std::int64_t due_ns;
  };
  const Trace& trace_;
  std::int64_t end_ns_;
  std::vector<Interval> intervals_;
  std::vector<std::optional<Sleep>> sleeps_;
};

struct Edge {
  std::int64_t at_ns;
  int change;
  Spending spending;
};

std::vector<Edge> edges_of(const std::vector<Interval>& intervals) {
  std::vector<Edge> edges;
  edges.reserve(intervals.size() * 2);
  for (const Interval& interval : intervals) {
    edges.push_back({interval.begin_ns, 1, interval.spending});
    edges.push_back({interval.end_ns, -1, interval.spending});
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& one, const Edge& other) { return one.at_ns < other.at_ns; });
  return edges;
}

}  // namespace

std::vector<Interval> intervals_of(const Trace& trace) { return Collector(trace).collect(); }

std::vector<Slice> slices_of(const std::vector<Interval>& intervals, std::int64_t end_ns) {
  std::vector<Slice> slices;
  std::int64_t locked = 0;  // the thread and the jobs under its lock
  std::int64_t processes = 0;
  std::int64_t waiting = 0;
  std::int64_t begin_ns = 0;
  const auto slice_to = [&](std::int64_t at_ns) {
    if (at_ns > begin_ns) {
      slices.push_back({begin_ns, at_ns,
                        static_cast<std::uint32_t>((locked > 0 ? 1 : 0) + processes),
                        static_cast<std::uint32_t>(waiting)});
      begin_ns = at_ns;
    }
  };
  for (const Edge& edge : edges_of(intervals)) {
    slice_to(edge.at_ns);
    if (is_waiting(edge.spending)) {
      waiting += edge.change;
    } else if (edge.spending == Spending::process_computes) {
      processes += edge.change;
    } else {
      locked += edge.change;
    }
  }
  slice_to(end_ns);
  return slices;
}

}  // namespace interleave
