#pragma once

#include <string>

#include "app/export/request.h"
#include "app/session/session.h"
#include "app/window/text_field.h"

namespace interleave {

/// What is chosen in the export dialogue; it stays from one export to the next.
struct ExportChoices {
  TextField path;
  /// "1920x1080", for a page of one's own size.
  TextField size;
  /// Letters go to the size's field, else to the path's.
  bool types_size = false;
  /// Why the last export was not written.
  std::string error;

  /// Indices into kExportFormats, the sheets, page_presets() (behind them: one's own size), the
  /// themes, the axes, the parts of the axis, and how finely.
  int format = 0;
  int sheet = 0;
  int page = 0;
  int theme = 0;
  int axis = 0;
  int part = 0;
  int fine = 0;
  bool title = true;
  bool caption = true;
  bool legend = true;
  bool listing = true;
  bool output = false;
  /// Which of several pages the preview shows.
  int shown_page = 0;
};

/// What part of the axis is exported: all; what is on view in the window; up to the playhead.
enum class ExportPart { all, view, playhead };

/// Why the size typed is none, in a few words; empty if it is one.
[[nodiscard]] std::string size_trouble(const ExportChoices& choices);
/// What is to be written; `shown` runs are driven to their ends.
[[nodiscard]] ExportRequest export_request(Session& session, const ExportChoices& choices);

}  // namespace interleave
