// "Why isn't X running?", followed to its end: a timer, a job, the one who has the thread, whoever
// has to act, or a circle in which nobody can.
//
// Of several that are waited for the first is followed to its end, the others are told in a few
// words, so that the sentence can be read.

#include "app/trace/narration.h"
#include "app/trace/why_chain.h"
#include "app/trace/words.h"

namespace interleave {

using words::say;

Why why_not(const Trace& trace, const State& state, TaskId task) {
  const bool runs = state.running == task && task != kNoTask;
  if (runs || task == kNoTask || task == kProgram || task > trace.log().task_count()) {
    return {};
  }
  Why why;
  why.question = say("Why isn't ", words::task(trace, task), " running?");
  if (task > state.tasks.size() || state.task(task).state == TaskState::not_created) {
    why.answer = has_loop(trace) ? "It has not been created yet." : "It has not been called yet.";
    why.end = WhyEnd::not_created;
    return why;
  }
  WhyChain chain(trace, state);
  why.answer = say("It ", chain.clause(task));
  why.answer += chain.end() == WhyEnd::circle ? ": a circle, in which nobody can go on." : ".";
  why.end = chain.end();
  why.by = chain.by();
  return why;
}

}  // namespace interleave
