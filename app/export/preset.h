#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/export/request.h"

namespace interleave {

/// A page that people often want, by name.
struct PagePreset {
  /// As on the command line: "a4-landscape".
  std::string_view name;
  /// As in the window: "A4 landscape".
  std::string_view title;
  float width = 0;
  float height = 0;
  /// ExportRequest's: pixels are points, the unit of type, and the least type.
  bool in_points = false;
  float unit = 0;
  float least_type = 0;
  /// How finely a PNG of it is drawn.
  float scale = 1;
  /// It stands in a text of its own, under which a caption goes: without title and caption, and as
  /// high as need be.
  bool figure = false;
};

[[nodiscard]] std::span<const PagePreset> page_presets();
/// The preset of that name, or nullptr.
[[nodiscard]] const PagePreset* find_preset(std::string_view name);
/// Makes the request's page that of the preset.
void apply_preset(ExportRequest& request, const PagePreset& preset);

}  // namespace interleave
