#include "runtime/process_pool.h"

#include <algorithm>
#include <utility>

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/task.h"

namespace interleave {

class ProcessPool::State : public Counted {
 public:
  State(Loop& loop, ResourceId resource, std::uint32_t workers)
      : loop_(&loop), resource_(resource), busy_(workers) {}

  Ref<FutureBase> submit(TaskId task, std::uint16_t line, Job job, JobId* id);
  void job_ended(JobId job);

 private:
  struct Queued {
    JobId job;
    std::uint64_t number;
    Ref<FutureBase> future;
  };
  void start_next();
  Event& record(Kind kind, JobId job, std::uint16_t line);

  Loop* loop_;
  ResourceId resource_;
  std::vector<bool> busy_;
  std::deque<Queued> queue_;
};

/// The end of one job, on the loop.
class JobHandle final : public DueHandle {
 public:
  JobHandle(Ref<ProcessPool::State> pool, JobId job, std::int64_t due_ns, Ref<FutureBase> future)
      : DueHandle(CallbackKind::job, due_ns), pool_(std::move(pool)), future_(std::move(future)) {
    set_of(job);
  }
  void on_due() override { pool_->job_ended(of()); }
  void run() override {
    if (!future_->done()) {
      future_->finish(kProgram);
    }
  }

 private:
  Ref<ProcessPool::State> pool_;
  Ref<FutureBase> future_;
};

ProcessPool::ProcessPool(const Scope& scope, std::uint32_t workers) {
  if (workers == 0) {
    throw Error("ValueError", "max_workers must be greater than 0");
  }
  Recorder& recorder = scope.loop().recorder();
  ResourceInfo info;
  info.name = recorder.log().unique_name(EventLog::Family::resource, "processes");
  info.type = ResourceType::pool;
  info.capacity = workers;
  info.has_capacity = true;
  const ResourceId resource = recorder.log().add(info);
  recorder.record_here(Kind::resource_created).a = resource;
  state_ = make_counted<State>(scope.loop(), resource, workers);
}

ProcessPool::~ProcessPool() = default;

Event& ProcessPool::State::record(Kind kind, JobId job, std::uint16_t line) {
  Recorder& recorder = loop_->recorder();
  Event& event = recorder.record(kind, recorder.log().job(job).submitter, line);
  event.a = job;
  return event;
}

Ref<FutureBase> ProcessPool::State::submit(TaskId task, std::uint16_t line, Job job, JobId* id) {
  JobInfo info;
  info.pool = resource_;
  info.submitter = task;
  info.computes = job.computes;
  info.duration_ns = job.length.count();
  *id = loop_->recorder().log().add(info);
  record(Kind::job_submitted, *id, line);
  Ref<FutureBase> future = make_counted<FutureBase>(*loop_, Cause::job);
  queue_.push_back(Queued{*id, loop_->next_due_number(), future});
  start_next();
  return future;
}

void ProcessPool::State::start_next() {
  const auto free = std::find(busy_.begin(), busy_.end(), false);
  if (free == busy_.end() || queue_.empty()) {
    return;
  }
  *free = true;
  const Queued next = std::move(queue_.front());
  queue_.pop_front();
  JobInfo& info = loop_->recorder().log().job_for_update(next.job);
  info.worker = static_cast<std::uint32_t>(free - busy_.begin()) + 1;
  record(Kind::job_started, next.job, 0);
  const std::int64_t due_ns = loop_->recorder().now_ns() + info.duration_ns;
  const auto handle = make_counted<JobHandle>(Ref<State>(this), next.job, due_ns, next.future);
  loop_->call_at(*handle, next.number);
}

void ProcessPool::State::job_ended(JobId job) {
  record(Kind::job_finished, job, 0);
  busy_[loop_->recorder().log().job(job).worker - 1] = false;
  start_next();
}

FutureAwait run_in_executor(const Scope& scope, const ProcessPool& pool, Job job) {
  const TaskBase& task = scope.loop().current_task();
  JobId id = 0;
  Ref<FutureBase> future = pool.state()->submit(task.id(), task.line(), job, &id);
  return {std::move(future), Reason::job, id};
}

}  // namespace interleave
