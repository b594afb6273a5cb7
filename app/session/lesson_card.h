#pragma once

#include "app/trace/trace.h"
#include "scenarios/scenario.h"

namespace interleave {

enum class Card : std::uint8_t { none, question, notice };

/// A lesson's two cards: its question while the playhead is at the start, what to notice at the
/// end. One that was closed stays so until the lesson is begun again: by another scenario, or by
/// going back to the start.
class LessonCards {
 public:
  /// `last` is the run's last event, or 0 while that isn't known.
  [[nodiscard]] Card shown(const Scenario& scenario, Seq playhead, Seq last) const;
  void close(Card card);
  /// The playhead went from one event to another.
  void moved(Seq from, Seq to);
  /// The same by a step, which closes what to notice where there is nothing further to step to.
  void stepped(Card shown_before, Seq from, Seq to, int count);

 private:
  bool question_closed_ = false;
  bool notice_closed_ = false;
};

}  // namespace interleave
