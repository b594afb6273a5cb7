#pragma once

#include <string_view>

#include "app/window/ui.h"

namespace interleave {

/// A key as it looks on a keyboard, its words on the baseline `at`; gives its width.
float key_cap(Ui& ui, Point at, std::string_view words);
[[nodiscard]] float key_cap_width(const Ui& ui, std::string_view words);

}  // namespace interleave
