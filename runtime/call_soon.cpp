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

/// Calls it as the program; it may say in `name` what it is called.
template <class Function>
void run_as_program(Recorder& recorder, const Function& function) {
  ProgramStrand strand;
  TextId name = recorder.intern("?");
  recorder.current = &strand;
  try {
    function(name);
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
  return [def, function = std::move(function)] {
    run_as_program(def.loop().recorder(), [&](TextId& name) {
      Scope scope = def;
      const PlainCall call(scope);
      name = scope.loop().recorder().current->top->name;
      function(scope);
    });
  };
}

auto calling(Loop& loop, std::function<void()> function) {
  return [&loop, function = std::move(function)] {
    run_as_program(loop.recorder(), [&](TextId&) { function(); });
  };
}

template <class Function>
LoopCall soon(Loop& loop, Function function) {
  Ref<Callback> callback = make_callback(CallbackKind::call, 0, std::move(function));
  loop.call_soon(callback);
  return {std::move(callback), Ref<Timer>()};
}

template <class Function>
LoopCall at(Loop& loop, Duration when, Function function) {
  const Strand* current = loop.recorder().current;
  const TaskId on = current == nullptr ? kProgram : current->id();
  auto timer = make_counted<Timer>(loop, when.count(), TimerPurpose::call, on, std::move(function));
  return {timer, timer};
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
  return soon(scope.loop(), calling(def, std::move(function)));
}

LoopCall call_later(const Scope& scope, Duration delay, const Scope& def, LoopFunction function) {
  return call_at(scope, scope.time() + delay, def, std::move(function));
}

LoopCall call_at(const Scope& scope, Duration when, const Scope& def, LoopFunction function) {
  return at(scope.loop(), when, calling(def, std::move(function)));
}

LoopCall call_soon(const Scope& scope, std::function<void()> function) {
  return soon(scope.loop(), calling(scope.loop(), std::move(function)));
}

LoopCall call_later(const Scope& scope, Duration delay, std::function<void()> function) {
  return call_at(scope, scope.time() + delay, std::move(function));
}

LoopCall call_at(const Scope& scope, Duration when, std::function<void()> function) {
  return at(scope.loop(), when, calling(scope.loop(), std::move(function)));
}

LoopCall detail::add_done_callback(FutureBase& future, const Scope& def, LoopFunction function) {
  Ref<Callback> callback = make_callback(CallbackKind::call, 0, calling(def, std::move(function)));
  future.add_callback(callback);
  return {std::move(callback), Ref<Timer>()};
}

}  // namespace interleave
