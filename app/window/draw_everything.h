#pragma once

#include <vector>

#include "app/session/session.h"
#include "app/window/glyphs.h"
#include "app/window/ui.h"

namespace interleave {

/// The window in units, and pixels per unit.
struct FrameSize {
  float width = 0;
  float height = 0;
  float scale = 1;
};

/// Draws everything into ImGui's current frame; what is to be done about it is added to `commands`.
/// Says whether the mouse is over something to be clicked. Needs no OpenGL.
bool draw_everything(Session& session, UiState& state, Glyphs& glyphs,
                     std::vector<Command>& commands, const FrameSize& size);

}  // namespace interleave
