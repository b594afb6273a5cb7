#pragma once

#include "app/window/ui.h"

namespace interleave {

/// The bar at the top in presentation: the scenario's title, the modes on view, where the playhead
/// stands.
void draw_presented_header(Ui& ui, Box box);

}  // namespace interleave
