#pragma once

#include "app/timeline/frame.h"

namespace interleave {

/// A card beside the timeline with the event loop's state: who runs, who is ready, timers, who
/// waits.
class LoopBlock {
 public:
  /// `run`: number of the trace's run in the frame, for its colours.
  LoopBlock(const Trace& trace, const State& state, std::size_t run, float size)
      : trace_(&trace), state_(&state), run_(run), size_(size) {}
  [[nodiscard]] float height() const;
  void draw(Frame& frame, const Box& box) const;

 private:
  struct Chip {
    std::string words;
    TaskId task = kNoTask;
  };
  void row(Frame& frame, const Box& box, float& y, std::string_view name,
           const std::vector<Chip>& chips, std::string_view none) const;

  const Trace* trace_;
  const State* state_;
  std::size_t run_;
  float size_;
};

/// A card with the lines printed up to an event, the last so many of them.
class OutputBlock {
 public:
  OutputBlock(const Trace& trace, Seq until, std::size_t run, float size);
  /// With room for `lines` lines at most.
  [[nodiscard]] float height(std::size_t lines) const;
  [[nodiscard]] std::size_t lines() const { return printed_; }
  void draw(Frame& frame, const Box& box) const;

 private:
  const Trace* trace_;
  std::size_t run_;
  float size_;
  std::size_t printed_ = 0;
};

}  // namespace interleave
