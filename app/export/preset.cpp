#include "app/export/preset.h"

#include <algorithm>
#include <array>

namespace interleave {
namespace {

constexpr float kPointsOfMm = 72 / 25.4F;
// Dots of a PNG for each point of the page: 300 to the inch, for a poster 150.
constexpr float kFine = 300 / 72.0F;
constexpr float kCoarse = 150 / 72.0F;

constexpr float mm(float length) { return length * kPointsOfMm; }

constexpr std::array<PagePreset, 5> kPresets = {{
    {"slide", "Slide 16:9", 1920, 1080, false, 1, 12, 1, false},
    {"a4-landscape", "A4 landscape", mm(297), mm(210), true, 0.42F, 7, kFine, false},
    {"a4-portrait", "A4 portrait", mm(210), mm(297), true, 0.42F, 7, kFine, false},
    {"column", "Column figure 84 mm", mm(84), mm(240), true, 0.36F, 7, kFine, true},
    {"poster", "Poster A1", mm(841), mm(594), true, 1.3F, 18, kCoarse, false},
}};

}  // namespace

std::span<const PagePreset> page_presets() { return kPresets; }

const PagePreset* find_preset(std::string_view name) {
  const auto* found = std::find_if(kPresets.begin(), kPresets.end(),
                                   [&](const PagePreset& preset) { return preset.name == name; });
  return found == kPresets.end() ? nullptr : found;
}

void apply_preset(ExportRequest& request, const PagePreset& preset) {
  request.width = preset.width;
  request.height = preset.height;
  request.in_points = preset.in_points;
  request.unit = preset.unit;
  request.least_type = preset.least_type;
  request.scale = preset.scale;
  request.fit_height = preset.figure;
  request.show_title = request.show_title && !preset.figure;
  request.show_caption = request.show_caption && !preset.figure;
  if (preset.figure && !request.listing) {
    request.listing = false;
  }
}

}  // namespace interleave
