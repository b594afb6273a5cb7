#pragma once

#include <string_view>

#include "app/window/ui.h"

namespace interleave {

/// Dims the window and lays a card above it. True if a click went beside it.
bool lay_card(Ui& ui, Box box);

/// A card in the middle of the window over a dimmed ground, with a title and a way to close it: the
/// cross, or a click beside it, sends `close`. Gives the card's box.
Box dialogue(Ui& ui, std::string_view title, float width, float height, const Command& close);

}  // namespace interleave
