#include "runtime/script.h"

#include <limits>
#include <string>
#include <utility>

#include "runtime/deadlock.h"
#include "runtime/errors.h"
#include "runtime/run.h"

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

void Script::run_to_end() {
  while (run_handles(std::numeric_limits<std::size_t>::max())) {
  }
}

bool Script::run_handles(std::size_t most) {
  if (finished_) {
    return false;
  }
  try {
    run_piece(most);
    if (!finished_ && recorder_.ended() != Recorder::Ended::no) {
      end_early();  // it ended where nothing can be thrown
    }
  } catch (const RunEnded&) {
    end_early();
  }
  return !finished_;
}

void Script::run_piece(std::size_t most_handles) {
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
  if (loop_.run_handles(most_handles) == Loop::Progress::deadlock) {
    const TextId text = recorder_.intern(describe_deadlock(loop_));
    recorder_.record_end(Kind::program_failed).a = text;
    finished_ = true;
  }
}

void Script::end_by_itself() {
  if (recorder_.ended() != Recorder::Ended::no) {
    end_early();  // it ended where nothing can be thrown
    return;
  }
  detail::report_stopped(loop_);  // unless the program has closed it
  finished_ = true;
  const std::exception_ptr error = module_->error();
  // What goes with the program may still complain.
  module_->destroy_root();
  loop_.drop_handles();
  if (recorder_.ended() == Recorder::Ended::no) {
    loop_.sweep();
  }
  const auto ended = recorder_.ended();
  if (ended != Recorder::Ended::no && ended != Recorder::Ended::sweeping) {
    end_early();
  } else if (error) {
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

}  // namespace interleave
