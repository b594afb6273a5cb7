#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/clock.h"
#include "runtime/listing.h"
#include "runtime/strand.h"

namespace interleave {

class Loop;

/// Where code stands: one `def` of the listing, in one run. Every coroutine of a program takes one
/// as its first parameter and says with at() on which line it is before it does something:
///
///     Coro<> say(Scope s, std::string text, Duration delay) {
///       co_await sleep(s.at("asyncio.sleep"), delay);
///       s.at("print").print(text);
///     }
class Scope {
 public:
  /// The module itself.
  Scope(Loop& loop, const Listing& listing);

  /// The def of that name; throws std::out_of_range if the listing has none. `label`: what a task
  /// made of that call shows on its lane, where that is clearer than its name: `say("hello")`.
  [[nodiscard]] Scope def(std::string_view name, std::string_view label = {}) const;
  /// The def that begins on that line, for programs that know their lines; throws as def() does.
  [[nodiscard]] Scope def_at(std::uint16_t line) const;

  /// Execution has come to the (nth) line of this def that contains `snippet`.
  Scope& at(std::string_view snippet, int nth = 1);
  /// The same by number, for programs without a text.
  Scope& at_line(std::uint16_t line) {
    frame_->line = line;
    return *this;
  }

  /// Prints a text of one or more lines: an `output` event a line.
  void print(std::string_view text) const;
  /// Computes, holding the thread.
  void work(Duration duration) const;
  /// Waits, holding the thread: the whole loop stands still.
  void block(Duration duration) const;
  /// The loop's clock.
  [[nodiscard]] Duration time() const;

  [[nodiscard]] Loop& loop() const { return *loop_; }
  /// The line at which this code stands.
  [[nodiscard]] std::uint16_t line() const { return frame_->line; }
  /// Whether the run goes on; not while an abandoned program is taken apart.
  [[nodiscard]] bool recording() const;
  /// Ties it to a coroutine's frame; for promises.
  void enter(Frame& frame) {
    frame_ = &frame;
    frame.name = name_;
    frame.label = label_;
    frame.def_line = def_->def_line;
    frame.line = def_->def_line;
  }

 private:
  const Listing* listing_;
  const Listing::Def* def_;
  Frame* frame_ = nullptr;
  TextId name_;  // the def's
  TextId label_ = kNoText;
  Loop* loop_;  // last: next to what the coroutine itself keeps
};

}  // namespace interleave
