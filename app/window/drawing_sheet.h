#pragma once

#include "app/window/ui.h"

namespace interleave {

/// The sheet of *draw it*, in place of everything else, so that nothing gives the answer away.
void draw_drawing_sheet(Ui& ui);

}  // namespace interleave
