#include "runtime/executor.h"

#include <algorithm>

#include "runtime/loop.h"
#include "runtime/strand.h"

namespace interleave {

namespace {

/// Of the loop's own pool, whatever the machine has.
constexpr std::uint32_t kDefaultWorkers = 4;

std::uint32_t at_least_one(std::uint32_t workers) {
  if (workers == 0) {
    throw Error("ValueError", "max_workers must be greater than 0");
  }
  return workers;
}

/// The end of one job, on the loop.
class JobHandle final : public DueHandle {
 public:
  JobHandle(Ref<ExecutorState> pool, Ref<JobFutureBase> job, std::int64_t due_ns)
      : DueHandle(CallbackKind::job, due_ns), pool_(std::move(pool)), job_(std::move(job)) {
    set_of(job_->id());
  }
  void on_due() override { pool_->job_ended(*job_); }
  void run() override { job_->job_has_ended(); }

 private:
  Ref<ExecutorState> pool_;
  Ref<JobFutureBase> job_;
};

}  // namespace

void JobFutureBase::job_has_ended() {
  if (done()) {
    return;
  }
  if (raised) {
    fail(raised, kProgram);
  } else {
    finish(kProgram);
  }
}

ExecutorState::ExecutorState(const Scope& scope, Workers kind, std::uint32_t workers)
    : Resource(scope, ResourceType::pool, kind == Workers::threads ? "threads" : "processes",
               at_least_one(workers)),
      kind_(kind),
      busy_(workers) {}

void ExecutorState::record(Kind kind, JobId job) {
  Recorder& recorder = loop().recorder();
  recorder.record(kind, recorder.log().job(job).submitter, 0).a = job;
}

void ExecutorState::submit(Ref<JobFutureBase> job) {
  Recorder& recorder = loop().recorder();
  JobInfo info;
  info.pool = Resource::id();
  info.submitter = actor();
  info.computes = job->done_by_it.computes();
  info.duration_ns = job->done_by_it.length().count();
  job->id_ = recorder.log().add(info);
  const std::uint16_t line =
      recorder.current == nullptr ? std::uint16_t{0} : recorder.current->line();
  recorder.record(Kind::job_submitted, info.submitter, line).a = job->id();
  queue_.push_back(Queued{std::move(job), loop().next_due_number()});
  start_next();
}

void ExecutorState::start_next() {
  // As concurrent.futures does: one that was cancelled in the queue is never started.
  while (!queue_.empty() && queue_.front().job->cancelled()) {
    queue_.pop_front();
  }
  const auto free = std::find(busy_.begin(), busy_.end(), false);
  if (free == busy_.end() || queue_.empty()) {
    return;
  }
  *free = true;
  Queued next = std::move(queue_.front());
  queue_.pop_front();
  const JobId id = next.job->id();
  loop().recorder().log().job_for_update(id).worker =
      static_cast<std::uint32_t>(free - busy_.begin()) + 1;
  record(Kind::job_started, id);
  const std::int64_t due = due_ns(id);
  const auto handle = make_counted<JobHandle>(Ref<ExecutorState>(this), std::move(next.job), due);
  loop().call_at(*handle, next.number);
}

// When a job that starts now will be done. Threads that compute do so one after the other.
std::int64_t ExecutorState::due_ns(JobId job) {
  Recorder& recorder = loop().recorder();
  const JobInfo& info = recorder.log().job(job);
  const std::int64_t now_ns = recorder.now_ns();
  if (!info.computes || kind_ == Workers::processes) {
    return now_ns + info.duration_ns;
  }
  if (recorder.interpreter.wait_ns(now_ns) > 0) {
    record(Kind::job_waiting, job);
  }
  return recorder.interpreter.take(now_ns, info.duration_ns);
}

void ExecutorState::job_ended(const JobFutureBase& job) {
  Recorder& recorder = loop().recorder();
  const TaskId submitter = recorder.log().job(job.id()).submitter;
  for (const std::string& text : job.done_by_it.said()) {
    recorder.record(Kind::output, submitter, 0).a = recorder.intern(text);
  }
  JobInfo& info = recorder.log().job_for_update(job.id());
  info.result = job.result_repr.empty() ? kNoText : recorder.intern(job.result_repr);
  info.error = job.raised ? recorder.intern(describe(job.raised)) : kNoText;
  record(Kind::job_finished, job.id());
  busy_[info.worker - 1] = false;
  start_next();
}

Executor Executor::default_of(const Scope& scope) {
  if (scope.loop().default_executor_shut_down) {
    throw Error("RuntimeError", "Executor shutdown has been called");
  }
  Ref<ExecutorState>& threads = scope.loop().default_executor;
  if (!threads) {
    threads = make_counted<ExecutorState>(scope, ExecutorState::Workers::threads, kDefaultWorkers);
  }
  return Executor(threads);
}

namespace detail {

bool cancel_here(FutureBase& future) {
  const Strand* asking = future.loop().recorder().current;
  return future.cancel(asking == nullptr ? kProgram : asking->id());
}

}  // namespace detail

}  // namespace interleave
