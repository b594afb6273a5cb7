// Any point of a run in constant time, both ways.
//
// A Replay goes forward only. Whole States are kept on the way ("keyframes"), the further apart the
// larger they are, so that they take about 5 bytes an event whatever the number of tasks;
// tasks that have ended are in none of them (task_table.h). Going to
// a point means: take the nearest kept state before it, and replay what lies between. Going back
// one event after the other would replay almost a whole interval each time; therefore a few states
// inside the interval passed last are kept too, and thrown away when another interval is entered.

#include "app/trace/state.h"

#include <algorithm>

#include "app/trace/replay.h"

namespace interleave {

namespace {

constexpr Seq kShortestInterval = 512;
constexpr std::size_t kBytesPerEvent = 5;
constexpr std::size_t kNearbyStates = 16;
constexpr Seq kShortStep = 64;
constexpr std::size_t kNearbyBytes = 4U << 20U;

std::size_t bytes_of(const State& state) {
  std::size_t bytes =
      sizeof(State) + state.tasks.bytes() + state.ready.size() * sizeof(ReadyEntry) +
      state.timers.size() * sizeof(PendingTimer) + state.jobs.size() * sizeof(RunningJob) +
      state.resources.size() * sizeof(ResourceStatus);
  for (const ResourceStatus& resource : state.resources) {
    bytes += resource.holders.size() * sizeof(TaskId);
  }
  return bytes;
}

Seq interval_after(const State& state) {
  return std::max<Seq>(kShortestInterval, bytes_of(state) / kBytesPerEvent);
}

/// The last state at or before `seq`, or null.
template <class States>
const State* last_before(const States& states, Seq seq) {
  const auto after = std::upper_bound(states.begin(), states.end(), seq,
                                      [](Seq at, const State& state) { return at < state.seq; });
  return after == states.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

const ResourceStatus* State::resource(ResourceId id) const {
  const auto found = std::lower_bound(
      resources.begin(), resources.end(), id,
      [](const ResourceStatus& status, ResourceId wanted) { return status.resource < wanted; });
  return found != resources.end() && found->resource == id ? &*found : nullptr;
}

StateReader::StateReader(const Trace& trace)
    : trace_(&trace),
      ended_(std::make_shared<EndedTasks>()),
      replay_(std::make_unique<Replay>(trace, ended_)),
      ahead_(std::make_unique<Replay>(trace, ended_)),
      keyframe_due_(kShortestInterval) {}
StateReader::StateReader(StateReader&&) noexcept = default;
StateReader& StateReader::operator=(StateReader&&) noexcept = default;
StateReader::~StateReader() = default;

void StateReader::catch_up() {
  if (trace_->size() > 0) {
    go_ahead_to(trace_->size() - 1);
  }
}

const State& StateReader::at(Seq seq) {
  if (trace_->size() == 0) {
    return replay_->state();
  }
  seq = std::min(seq, trace_->size() - 1);
  go_ahead_to(seq);
  const bool behind = !replay_->before_first() && replay_->seq() > seq;
  // Only who goes back in short steps will want what lies before.
  const bool walks_back = behind && replay_->seq() - seq <= kShortStep;
  const State* keyframe = last_before(keyframes_, seq);
  const bool far =
      keyframe != nullptr && !replay_->before_first() && keyframe->seq > replay_->seq();
  if (behind || far || (replay_->before_first() && keyframe != nullptr)) {
    restart_before(seq);
  }
  if (!nearby_.empty() && keyframe != nullptr && nearby_.back().seq < keyframe->seq) {
    nearby_.clear();
    nearby_due_ = 0;
  }
  while (replay_->before_first() || replay_->seq() < seq) {
    replay_->step();
    if (walks_back && replay_->seq() >= nearby_due_) {
      keep_nearby();
    }
  }
  return replay_->state();
}

void StateReader::go_ahead_to(Seq seq) {
  while (ahead_->before_first() || ahead_->seq() < seq) {
    ahead_->step();
    if (ahead_->seq() >= keyframe_due_) {
      keyframes_.push_back(ahead_->state());
      keyframe_due_ = keyframes_.back().seq + interval_after(keyframes_.back());
    }
  }
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
    nearby_due_ =
        nearby_.back().seq + std::max<Seq>(interval_after(nearby_.back()) / kNearbyStates, 32);
    return;
  }
  nearby_.clear();
  nearby_due_ = 0;
  if (keyframe != nullptr) {
    replay_->resume(*keyframe);
  } else {
    replay_->clear();
  }
}

void StateReader::keep_nearby() {
  const State& state = replay_->state();
  const Seq step = std::max<Seq>(interval_after(state) / kNearbyStates, 32);
  if (nearby_due_ != 0) {
    const std::size_t most =
        std::clamp<std::size_t>(kNearbyBytes / bytes_of(state), 2, kNearbyStates);
    if (nearby_.size() >= most) {
      nearby_.erase(nearby_.begin());
    }
    nearby_.push_back(state);
  }
  nearby_due_ = state.seq + step;
}

}  // namespace interleave
