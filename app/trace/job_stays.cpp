#include "app/trace/job_stays.h"

#include <algorithm>

namespace interleave {

namespace {

/// When each job that computes in a thread gets the interpreter lock.
class InterpreterLock {
 public:
  explicit InterpreterLock(const Trace& trace) : trace_(&trace) {}

  void take(JobStay& stay) {
    const JobInfo& job = trace_->log().job(stay.job);
    if (!job.computes || is_in_process(*trace_, job)) {
      return;
    }
    if (free_ns_ > stay.begin_ns) {
      stay.acts_ns = std::min(free_ns_, trace_->end_ns());
      stay.acts = trace_->first_at(stay.acts_ns);
    }
    free_ns_ = std::max(free_ns_, stay.begin_ns) + job.duration_ns;
  }

 private:
  const Trace* trace_;
  std::int64_t free_ns_ = 0;
};

}  // namespace

bool is_in_process(const Trace& trace, const JobInfo& job) {
  const EventLog& log = trace.log();
  return job.pool != 0 && job.pool <= log.resource_count() &&
         log.text(log.resource(job.pool).name).starts_with("process");
}

std::vector<JobStay> job_stays(const Trace& trace) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  InterpreterLock lock(trace);
  std::vector<JobStay> stays;
  std::vector<std::size_t> place(trace.log().job_count() + 1, kNone);
  for (const std::uint32_t seq : trace.job_events()) {
    const Event& event = trace[seq];
    if (event.a == 0 || event.a >= place.size()) {
      continue;
    }
    std::size_t& at = place[event.a];
    if (event.kind == Kind::job_started && at == kNone) {
      at = stays.size();
      stays.push_back({event.a, seq, seq, trace.size(), event.t_ns, event.t_ns, trace.end_ns()});
      lock.take(stays.back());
    } else if (event.kind == Kind::job_finished && at != kNone) {
      JobStay& stay = stays[at];
      stay.end = seq;
      stay.end_ns = event.t_ns;
      if (stay.acts_ns > stay.end_ns) {  // a trace from elsewhere, with other rules
        stay.acts_ns = stay.end_ns;
        stay.acts = stay.end;
      }
    }
  }
  return stays;
}

}  // namespace interleave
