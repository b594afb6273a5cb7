#pragma once

#include "app/window/ui.h"

namespace interleave {

/// The lesson's question or what to notice, where the narration else stands; false if neither is to
/// be shown now.
bool draw_lesson_card(Ui& ui, Box box);

}  // namespace interleave
