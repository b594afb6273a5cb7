#include "runtime/script.h"

#include <string>
#include <utility>

#include "runtime/errors.h"
#include "runtime/event_names.h"
#include "runtime/task.h"

namespace interleave {

namespace {

std::string name_of_task(const EventLog& log, TaskId id) {
  return std::string(log.text(log.task(id).name));
}

std::string members_of(const EventLog& log, const WaitInfo& wait) {
  std::string out;
  for (const TaskId member : wait.members) {
    const bool last = member == wait.members.back();
    out += out.empty() ? "" : last ? " and " : ", ";
    out += name_of_task(log, member);
  }
  return out + " (" + std::string(log.text(wait.name)) + ")";
}

// What a task that nobody will wake up is suspended on.
std::string waited_for(const EventLog& log, const TaskBase& task) {
  switch (task.reason()) {
    case Reason::task:
      return name_of_task(log, task.on());
    case Reason::gather:
    case Reason::group:
    case Reason::wait:
    case Reason::as_completed:
      return members_of(log, log.wait(task.on()));
    case Reason::future:
      return (task.on() == 0 ? "" : std::string(log.text(log.resource(task.on()).name)) + ", ") +
             "a future that nobody resolves";
    default:
      return "its " + std::string(name_of(task.reason()));
  }
}

}  // namespace

Script::Script(std::string_view listing, Module module)
    : Script(listing, std::move(module), Options{}) {}

Script::Script(std::string_view listing, Module module, Options options)
    : recorder_(std::make_shared<EventLog>(options.retention),
                options.clock ? std::move(options.clock) : std::make_unique<VirtualClock>(),
                options.limits),
      listing_(listing),
      loop_(recorder_, calls_),
      make_module_(std::move(module)) {}

Script::~Script() {
  recorder_.close();
  calls_.clear();
  loop_.abandon();
}

bool Script::run_handle() {
  if (finished_) {
    return false;
  }
  try {
    run_piece();
    if (!finished_ && recorder_.ended() != Recorder::Ended::no) {
      end_early();  // it ended where nothing can be thrown
    }
  } catch (const RunEnded&) {
    end_early();
  }
  return !finished_;
}

void Script::run_piece() {
  if (!module_) {
    recorder_.record(Kind::program_started);
    module_ = make_counted<CallOf<void>>(loop_, kProgram, make_module_(Scope(loop_, listing_)));
    calls_.push(module_);
  }
  if (!loop_.running()) {
    calls_.run_one();
    if (calls_.empty()) {
      end_by_itself();
    }
    return;
  }
  if (loop_.run_handle() == Loop::Progress::deadlock) {
    const TextId text = recorder_.intern(deadlock_text());
    recorder_.record_end(Kind::program_failed).a = text;
    finished_ = true;
  }
}

void Script::end_by_itself() {
  finished_ = true;
  if (const std::exception_ptr error = module_->error()) {
    const TextId text = recorder_.intern(describe(error));
    recorder_.record_end(Kind::program_failed).a = text;
  } else {
    recorder_.record_end(Kind::program_finished);
  }
}

void Script::end_early() {
  finished_ = true;
  if (recorder_.ended() == Recorder::Ended::end_time) {
    Event& event = recorder_.record_end(Kind::program_stopped);
    event.t_ns = recorder_.until_ns();
    event.set_duration(recorder_.until_ns());
    return;
  }
  const TextId text = recorder_.intern("the limit of " + std::to_string(recorder_.limits().events) +
                                       " events was reached");
  recorder_.record_end(Kind::program_failed).a = text;
}

// Who waits, and for what: "main waits for child; child waits for a future that nobody resolves".
std::string Script::deadlock_text() const {
  const auto tasks = loop_.live_tasks();
  if (tasks.empty()) {
    return "deadlock: nothing is ready, no timer is set, and no task is left";
  }
  std::string out = "deadlock: ";
  for (const TaskBase* task : tasks) {
    out += task == tasks.front() ? "" : "; ";
    out += name_of_task(*log(), task->id()) + " waits for " + waited_for(*log(), *task);
  }
  return out;
}

}  // namespace interleave
