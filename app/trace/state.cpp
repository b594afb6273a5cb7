// Any point of a run in constant time, both ways.
//
// A Replay goes forward only. Whole States are kept on the way ("keyframes"), the further apart the
// larger they are, so that they take about 8 bytes an event whatever the number of tasks. Going to
// a point means: take the nearest kept state before it, and replay what lies between. Going back
// one event after the other would replay almost a whole interval each time; therefore a few states
// inside the interval passed last are kept too, and thrown away when another interval is entered.

#include "app/trace/state.h"

#include <algorithm>

#include "app/trace/replay.h"

namespace interleave {

namespace {

constexpr Seq kShortestInterval = 512;
constexpr std::size_t kBytesPerEvent = 8;
constexpr std::size_t kNearbyStates = 16;
constexpr std::size_t kNearbyBytes = 4U << 20U;

std::size_t bytes_of(const State& state) {
  std::size_t bytes =
      sizeof(State) + state.tasks.size() * sizeof(TaskStatus) +
      state.ready.size() * sizeof(ReadyEntry) + state.timers.size() * sizeof(PendingTimer) +
      state.jobs.size() * sizeof(RunningJob) + state.resources.size() * sizeof(ResourceStatus);
  for (const ResourceStatus& resource : state.resources) {
    bytes += resource.holders.size() * sizeof(TaskId);
  }
  return bytes;
}

Seq interval_after(const State& state) {
  return std::max<Seq>(kShortestInterval, bytes_of(state) / kBytesPerEvent);
}

/// The last state at or before `seq`, or null.
const State* last_before(const std::vector<State>& states, Seq seq) {
  const auto after = std::upper_bound(states.begin(), states.end(), seq,
                                      [](Seq at, const State& state) { return at < state.seq; });
  return after == states.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

StateReader::StateReader(const Trace& trace)
    : trace_(&trace), replay_(std::make_unique<Replay>(trace)) {}
StateReader::StateReader(StateReader&&) noexcept = default;
StateReader& StateReader::operator=(StateReader&&) noexcept = default;
StateReader::~StateReader() = default;

const State& StateReader::at(Seq seq) {
  seq = std::min(seq, std::max<Seq>(trace_->size(), 1) - 1);
  const bool behind = !replay_->before_first() && replay_->seq() > seq;
  const State* keyframe = last_before(keyframes_, seq);
  const bool far =
      keyframe != nullptr && !replay_->before_first() && keyframe->seq > replay_->seq();
  if (behind || far || (replay_->before_first() && keyframe != nullptr)) {
    restart_before(seq);
  }
  while (trace_->size() > 0 && (replay_->before_first() || replay_->seq() < seq)) {
    replay_->step();
    keep_if_due();
  }
  return replay_->state();
}

/// Puts the replay on the nearest kept state at or before `seq`.
void StateReader::restart_before(Seq seq) {
  const State* keyframe = last_before(keyframes_, seq);
  const State* nearby = last_before(nearby_, seq);
  const bool near_is_nearer =
      nearby != nullptr && (keyframe == nullptr || nearby->seq >= keyframe->seq);
  if (near_is_nearer) {
    replay_->resume(*nearby);
    std::erase_if(nearby_, [&](const State& state) { return state.seq > seq; });
    return;
  }
  nearby_.clear();
  if (keyframe != nullptr) {
    replay_->resume(*keyframe);
  } else {
    replay_->clear();
  }
}

void StateReader::keep_if_due() {
  const Seq seq = replay_->seq();
  const bool is_new = keyframes_.empty() || seq > keyframes_.back().seq;
  const Seq interval = keyframes_.empty() ? kShortestInterval : interval_after(keyframes_.back());
  if (is_new && seq >= (keyframes_.empty() ? 0 : keyframes_.back().seq) + interval) {
    keyframes_.push_back(replay_->state());
    nearby_.clear();
    return;
  }
  const State* before = last_before(nearby_, seq);
  const State* keyframe = last_before(keyframes_, seq);
  const Seq from =
      std::max(before != nullptr ? before->seq : 0, keyframe != nullptr ? keyframe->seq : 0);
  if (seq >= from + std::max<Seq>(interval / kNearbyStates, 32)) {
    const std::size_t most =
        std::clamp<std::size_t>(kNearbyBytes / bytes_of(replay_->state()), 2, kNearbyStates);
    if (nearby_.size() >= most) {
      nearby_.erase(nearby_.begin());
    }
    nearby_.push_back(replay_->state());
  }
}

}  // namespace interleave
