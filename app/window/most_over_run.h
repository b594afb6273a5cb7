#pragma once

#include <functional>

#include "app/window/ui.h"

namespace interleave {

/// The most that a panel needs at any stop of the focused run (of a long one: at some of them, and
/// at those that have been on view): as high as that it is made from the start and stays, so that
/// what is around it keeps its place. `what` names the panel and all else that its height depends
/// on; `now` is what it needs at the playhead.
[[nodiscard]] float most_over_run(Ui& ui, Id what, float now,
                                  const std::function<float(const State&)>& needed);

}  // namespace interleave
