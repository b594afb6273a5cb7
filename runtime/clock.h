#pragma once

#include <chrono>
#include <cstdint>

namespace interleave {

using Duration = std::chrono::nanoseconds;

/// The only source of time. Times are nanoseconds since the program started.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// "virtual" or "wall", as in a trace's header.
  [[nodiscard]] virtual const char* name() const = 0;
  /// Whether time passes by itself; if not, nobody need ask between moves.
  [[nodiscard]] virtual bool live() const = 0;
  [[nodiscard]] virtual std::int64_t now_ns() = 0;
  /// Idles until `t_ns`; false if that time has not come yet and the caller must ask again.
  [[nodiscard]] virtual bool wait_until(std::int64_t t_ns) = 0;
  /// The thread is held that long, computing or waiting.
  virtual void spend(std::int64_t duration_ns) = 0;
};

/// Instant and deterministic: time moves only when it is told to.
class VirtualClock final : public Clock {
 public:
  [[nodiscard]] const char* name() const override { return "virtual"; }
  [[nodiscard]] bool live() const override { return false; }
  [[nodiscard]] std::int64_t now_ns() override { return now_ns_; }
  [[nodiscard]] bool wait_until(std::int64_t t_ns) override {
    now_ns_ = t_ns > now_ns_ ? t_ns : now_ns_;
    return true;
  }
  void spend(std::int64_t duration_ns) override { now_ns_ += duration_ns; }

 private:
  std::int64_t now_ns_ = 0;
};

/// Real time, for live demonstrations.
class WallClock final : public Clock {
 public:
  /// `sleep`: wait_until() sleeps and always returns true. `poll`: it returns at once, for callers
  /// that draw meanwhile.
  enum class Waiting : std::uint8_t { sleep, poll };
  explicit WallClock(Waiting waiting = Waiting::sleep) : waiting_(waiting) {}

  [[nodiscard]] const char* name() const override { return "wall"; }
  [[nodiscard]] bool live() const override { return true; }
  [[nodiscard]] std::int64_t now_ns() override;
  [[nodiscard]] bool wait_until(std::int64_t t_ns) override;
  void spend(std::int64_t duration_ns) override;

 private:
  Waiting waiting_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace interleave
