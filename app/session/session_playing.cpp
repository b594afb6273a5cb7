#include "app/session/session.h"

#include <algorithm>

#include "app/session/applier.h"
#include "app/trace/stops.h"

namespace interleave {

void Session::stand_on(Seq seq) {
  const Trace& trace = focused().trace();
  seq = std::min<Seq>(seq, trace.size() - 1);
  const bool moved = seq != playhead();
  lane_chosen_ = lane_chosen_ && !moved;
  const bool same_instant = moved && playhead() != 0 && trace[seq].t_ns == trace[playhead()].t_ns;
  pulse_ = same_instant && !preferences_.reduced_motion ? 1.0F : 0.0F;
  for (std::size_t i = 0; i < runs_.size() && !compared_.apart; ++i) {
    playheads_[i] = seq == 0 ? 0 : runs_[i]->trace().last_at(trace[seq].t_ns);
  }
  playheads_[view_.focus] = seq;
}

void Session::stop_playing() {
  playing_ = false;
  play_left_ns_ = 0;
}

bool Session::play(std::int64_t elapsed_ns) {
  const Trace& trace = focused().trace();
  play_left_ns_ -= static_cast<double>(elapsed_ns) * preferences_.speed;
  bool moved = false;
  while (playing_ && play_left_ns_ <= 0) {
    const Seq next = next_stop(trace, playhead());
    if (next == playhead()) {
      stop_playing();
      return true;
    }
    stand_on(next);
    keep_playhead_in_view();
    moved = true;
    if (Applier{*this}.ask_here()) {
      return true;
    }
    const Seq after = next_stop(trace, next);
    play_left_ns_ += static_cast<double>(rest_ns(view_.axis, trace[next].t_ns, trace[after].t_ns));
  }
  return moved;
}

std::int64_t rest_ns(Axis axis, std::int64_t from_ns, std::int64_t to_ns) {
  constexpr std::int64_t kStepRest_ns = 800'000'000;
  constexpr std::int64_t kLeast_ns = 400'000'000;
  constexpr std::int64_t kMost_ns = 2'000'000'000;
  return axis == Axis::steps ? kStepRest_ns : std::clamp(to_ns - from_ns, kLeast_ns, kMost_ns);
}

}  // namespace interleave
