#pragma once

#include "app/export/picture.h"

typedef struct _cairo cairo_t;

namespace interleave {

/// Paints a page with cairo, a page's unit being one of cairo's. Text is set in the typefaces built
/// into the program, letter by letter as the layout measured it.
void paint_page(cairo_t* cairo, const Page& page);

}  // namespace interleave
