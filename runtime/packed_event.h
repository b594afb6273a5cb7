#pragma once

#include <cstdint>

#include "runtime/event.h"

namespace interleave {

/// What neighbouring events have in common; `step` is where their own counts from.
struct Moment {
  std::int64_t t_ns = 0;
  std::uint32_t iteration = 0;
  std::uint32_t step = 0;
};

/// An event as it lies in an EventLog: half of an Event. Its time and iteration stand in a Moment.
/// Two words, so that it takes two stores.
class PackedEvent {
 public:
  /// `stamp`: the place of its moment, counted from that of the chunk's first event (low half), and
  /// its steps since then (high half).
  PackedEvent(Kind kind, std::uint8_t code, TaskId task, std::uint16_t line, std::uint32_t a,
              std::uint32_t stamp)
      : who_(task | std::uint64_t{a} << 32U),
        what_(line | static_cast<std::uint32_t>(kind) << 16U | std::uint32_t{code} << 24U |
              std::uint64_t{stamp} << 32U) {}

  /// The same with `a` and `b` together elsewhere, at `place`.
  [[nodiscard]] PackedEvent widened(std::uint32_t place) const {
    PackedEvent wide = *this;
    wide.who_ = task() | std::uint64_t{place} << 32U;
    wide.what_ |= kWide;
    return wide;
  }
  [[nodiscard]] bool wide() const { return (what_ & kWide) != 0; }
  /// Event::a; where wide(), the place of `a` and `b`.
  [[nodiscard]] std::uint32_t a() const { return static_cast<std::uint32_t>(who_ >> 32U); }
  [[nodiscard]] std::uint16_t moment() const { return static_cast<std::uint16_t>(what_ >> 32U); }

  /// The event, but for what `b` and `a` are where they are wide().
  [[nodiscard]] Event unpacked(const Moment& moment) const {
    Event event;
    event.t_ns = moment.t_ns;
    event.iteration = moment.iteration;
    event.step = moment.step + static_cast<std::uint16_t>(what_ >> 48U);
    event.task = task();
    event.a = a();
    event.line = static_cast<std::uint16_t>(what_);
    event.kind = static_cast<Kind>(what_ >> 16U & 0x7fU);
    event.code = static_cast<std::uint8_t>(what_ >> 24U);
    return event;
  }

 private:
  static constexpr std::uint64_t kWide = std::uint64_t{0x80} << 16U;
  [[nodiscard]] TaskId task() const { return static_cast<TaskId>(who_); }

  std::uint64_t who_;
  std::uint64_t what_;
};

static_assert(sizeof(PackedEvent) == 16);
static_assert(kKindCount <= 0x80);

}  // namespace interleave
