#pragma once

namespace interleave {

/// The state of a presentation; not kept between starts.
struct Presenting {
  bool on = false;
  /// The screen is black until the next key; only while it is on.
  bool blank = false;

  void flip() { *this = {!on, false}; }
};

}  // namespace interleave
