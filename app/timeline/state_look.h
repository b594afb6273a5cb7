#pragma once

#include "app/timeline/shapes.h"

namespace interleave {

/// How a stretch of a lane looks: told apart by fill, height, dash and hatch, not by colour alone.
enum class StateLook : std::uint8_t { running, ready, suspended, blocked };

/// The part of a lane's height that a state takes.
[[nodiscard]] float height_of(StateLook look);
/// Its bar. `colour`: the task's number; `k`: size of strokes and corners, 1 where a running bar is
/// 24 pixels high; `ground` shows through what is not filled.
[[nodiscard]] RectShape state_bar(StateLook look, const Box& box, std::uint16_t colour, float k,
                                  Role ground = Role::panel);

}  // namespace interleave
