// What just happened, and what comes next. Who comes next is settled by the state alone
// (what_comes_next); a run that is known further tells what that leaves open: when a step ends,
// what a callback leads to.

#include "app/trace/narration.h"

#include <algorithm>

#include "app/trace/event_words.h"
#include "app/trace/next_words.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

using words::say;

std::string position(const Trace& trace, const State& state, Depth depth) {
  const std::uint32_t step = std::min(state.step, trace.step_count());
  std::string text = say("step ", std::to_string(step));
  if (trace.complete()) {
    text += say(" of ", std::to_string(trace.step_count()));
  }
  text += say(" · ", seconds_text(state.t_ns));
  if (depth == Depth::terms) {
    text += say(" · event ", std::to_string(state.seq + 1));
    if (trace.complete()) {
      text += say(" of ", std::to_string(trace.size()));
    }
  }
  return text;
}

}  // namespace

Narration narrate(const Trace& trace, const State& state, Depth depth) {
  Narration narration;
  narration.position = position(trace, state, depth);
  narration.happened = describe(trace, state.seq);
  narration.happened_plain = narration.happened.size();
  const std::string more = depth == Depth::mechanics ? words::mechanics(trace, state)
                           : depth == Depth::terms   ? words::terms(trace, state)
                                                     : std::string();
  if (!more.empty()) {
    narration.happened += " " + more;
  }
  narration.coming = what_comes_next(trace, state);
  narration.next = words::next(trace, state, narration.coming, Depth::happened);
  narration.next_plain = narration.next.size();
  if (depth != Depth::happened) {
    narration.next = words::next(trace, state, narration.coming, depth);
  }
  return narration;
}

}  // namespace interleave
