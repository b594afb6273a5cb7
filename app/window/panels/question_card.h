#pragma once

#include "app/window/ui.h"

namespace interleave {

/// The chooser of what is asked and how often, within the question's card.
[[nodiscard]] float chooser_height(Ui& ui, float width);
void draw_chooser(Ui& ui, Box card);

}  // namespace interleave
