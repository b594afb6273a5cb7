#include "runtime/script.h"

#include <string>
#include <utility>

#include "runtime/errors.h"
#include "runtime/event_names.h"
#include "runtime/task.h"

namespace interleave {

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
  const TextId text =
      recorder_.intern("limit reached: " + std::to_string(recorder_.limits().events) +
                       " events, and the program had not ended");
  recorder_.record_end(Kind::program_failed).a = text;
}

// Who waits, and for what. Holders of locks are named where there are locks.
std::string Script::deadlock_text() const {
  const EventLog& log = *recorder_.shared_log();
  std::string out = "deadlock: nothing is ready and no timer is set";
  for (const TaskBase* task : loop_.live_tasks()) {
    out += "; ";
    out += log.text(log.task(task->id()).name);
    out += " waits for ";
    if (task->reason() == Reason::task) {
      out += log.text(log.task(task->on()).name);
    } else {
      out += "its ";
      out += name_of(task->reason());
    }
  }
  return out;
}

}  // namespace interleave
