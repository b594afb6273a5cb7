#include "runtime/call_soon.h"

#include "runtime/errors.h"
#include "runtime/loop.h"
#include "runtime/plain_call.h"

namespace interleave {

namespace {

/// The program itself, while the loop calls a function of it.
class ProgramStrand final : public Strand {
 public:
  ProgramStrand() : Strand(kProgram) {}
};

// As asyncio's Handle._run: what a callback raises goes to the log.
void complain(Recorder& recorder, TextId function) {
  const std::string name(recorder.log().text(function));
  const TextId text = recorder.intern("Exception in callback " + name + "()");
  recorder.record(Kind::warning).a = text;
}

void run(Scope scope, const LoopFunction& function) {
  Recorder& recorder = scope.loop().recorder();
  ProgramStrand strand;
  TextId name = kNoText;
  recorder.current = &strand;
  try {
    const PlainCall call(scope);
    name = strand.top->name;
    function(scope);
  } catch (const std::exception&) {
    recorder.current = nullptr;
    complain(recorder, name);
  } catch (...) {
    recorder.current = nullptr;
    throw;
  }
  recorder.current = nullptr;
}

auto calling(const Scope& def, LoopFunction function) {
  return [def, function = std::move(function)] { run(def, function); };
}

}  // namespace

void LoopCall::cancel() const {
  if (timer_) {
    timer_->cancel_timer();
  } else {
    callback_->cancel();
  }
}

LoopCall call_soon(const Scope& scope, const Scope& def, LoopFunction function) {
  Ref<Callback> callback = make_callback(CallbackKind::call, 0, calling(def, std::move(function)));
  scope.loop().call_soon(*callback);
  return {std::move(callback), Ref<Timer>()};
}

LoopCall call_later(const Scope& scope, Duration delay, const Scope& def, LoopFunction function) {
  return call_at(scope, scope.time() + delay, def, std::move(function));
}

LoopCall call_at(const Scope& scope, Duration when, const Scope& def, LoopFunction function) {
  const Strand* current = scope.loop().recorder().current;
  const TaskId on = current == nullptr ? kProgram : current->id();
  auto timer = make_counted<Timer>(scope.loop(), when.count(), TimerPurpose::call, on,
                                   calling(def, std::move(function)));
  return {timer, timer};
}

LoopCall detail::add_done_callback(FutureBase& future, const Scope& def, LoopFunction function) {
  Ref<Callback> callback = make_callback(CallbackKind::call, 0, calling(def, std::move(function)));
  future.add_callback(callback);
  return {std::move(callback), Ref<Timer>()};
}

}  // namespace interleave
