#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/coro.h"
#include "runtime/resource.h"
#include "runtime/waiters.h"

namespace interleave {

/// A point at which so many tasks wait for each other (asyncio.Barrier). A handle.
class Barrier {
 public:
  /// Throws Error (ValueError) for fewer than one.
  Barrier(const Scope& scope, std::int64_t parties, std::string_view name = "barrier");

  /// Awaits until as many have come as there are parties; gives the place at which this one came,
  /// from 0. While those who have come are going out, a newcomer waits until they have gone. Throws
  /// Error (BrokenBarrierError) if it is, or has been, aborted, or is reset meanwhile.
  [[nodiscard]] Coro<std::int64_t> wait() const {
    return named(state_->loop(), "Barrier.wait", State::wait(state_));
  }
  /// Empties it: those who wait are thrown out with BrokenBarrierError.
  [[nodiscard]] Coro<> reset() const {
    return named(state_->loop(), "Barrier.reset", State::reset(state_));
  }
  /// Breaks it: those who wait, and who come, get BrokenBarrierError.
  [[nodiscard]] Coro<> abort() const {
    return named(state_->loop(), "Barrier.abort", State::abort(state_));
  }
  [[nodiscard]] std::int64_t parties() const { return state_->parties(); }
  /// How many wait for the rest.
  [[nodiscard]] std::int64_t n_waiting() const { return state_->n_waiting(); }
  [[nodiscard]] bool broken() const { return state_->broken(); }

 private:
  class State final : public Resource {
   public:
    State(const Scope& scope, std::int64_t parties, std::string_view name)
        : Resource(scope, ResourceType::barrier, name, parties), parties_(parties) {}
    static Coro<std::int64_t> wait(Ref<State> state);
    static Coro<> reset(Ref<State> state);
    static Coro<> abort(Ref<State> state);
    [[nodiscard]] std::int64_t parties() const { return parties_; }
    [[nodiscard]] std::int64_t n_waiting() const { return stage_ == Stage::filling ? count_ : 0; }
    [[nodiscard]] bool broken() const { return stage_ == Stage::broken; }

   private:
    enum class Stage : std::uint8_t { filling, draining, resetting, broken };
    /// Until somebody changes it.
    static Coro<> until_notified(Ref<State> state);
    void set_count(std::int64_t count);
    void set_stage(Stage stage);
    void notify_all();
    void leave();

    std::int64_t parties_;
    std::int64_t count_ = 0;
    Stage stage_ = Stage::filling;
    Waiters waiters_;
  };
  Ref<State> state_;
};

}  // namespace interleave
