#pragma once

#include "runtime/scope.h"
#include "runtime/strand.h"

namespace interleave {

/// A plain function of the listing, called in a program with a loop: it is no task and is not told
/// of, but while it runs what is done stands on its lines.
///
///     double compute_pi(Scope s) {
///       const PlainCall call(s);
///       s.at("work").work(2s);
///       return 3.14;
///     }
class PlainCall {
 public:
  /// Enters it; `scope` stands on its `def` until it says otherwise.
  explicit PlainCall(Scope& scope);
  PlainCall(const PlainCall&) = delete;
  PlainCall& operator=(const PlainCall&) = delete;
  ~PlainCall();

 private:
  Strand* strand_;
  Frame frame_;
};

}  // namespace interleave
