#pragma once

#include <string>

#include "app/trace/next.h"
#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// How much is told: what happened; the loop's mechanics; asyncio's own terms.
enum class Depth : std::uint8_t { happened, mechanics, terms };

/// The sentences for one playhead.
struct Narration {
  /// "step 8 of 13 · 1.2 s".
  std::string position;
  /// What just happened.
  std::string happened;
  /// What the loop does next, and why.
  std::string next;
  /// How much of the two is said at every depth; the rest is the deeper narrations'.
  std::size_t happened_plain = 0;
  std::size_t next_plain = 0;
  /// The same as a value. Where it leaves open what a finished trace knows, `next` tells that.
  Next coming;
};
[[nodiscard]] Narration narrate(const Trace& trace, const State& state, Depth depth);

/// Where the chain of "why isn't it running?" ends.
enum class WhyEnd : std::uint8_t {
  none,         // nothing was asked
  not_created,  // it isn't there yet
  over,         // it has ended
  turn,         // it stands in the ready queue, or a callback there is to wake it
  thread,       // whoever has the thread: Why::by
  timer,        // a timer that is set
  job,          // a worker's job
  holder,       // whoever holds what is wanted, and stands in the ready queue: Why::by
  producer,     // nobody has put, set, resolved or given back what is wanted
  circle,       // each waits for the next: nobody can go on
  caller,       // without a loop: whoever asks a generator, or has called
};

/// "Why isn't X running?": the answer, followed to its end. Empty if it runs.
struct Why {
  std::string question;
  std::string answer;
  WhyEnd end = WhyEnd::none;
  /// The last task of the chain.
  TaskId by = kNoTask;
};
[[nodiscard]] Why why_not(const Trace& trace, const State& state, TaskId task);

/// One sentence on one event, for hovering and lists.
[[nodiscard]] std::string describe(const Trace& trace, Seq seq);

}  // namespace interleave
