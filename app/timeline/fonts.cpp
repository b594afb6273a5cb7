#include "app/timeline/fonts.h"

#include <array>

#include "assets/embedded.h"

namespace interleave {
namespace {

struct FontFile {
  std::string_view path;
  std::string_view family;
  int weight;
};

constexpr std::array<FontFile, kFaceCount> kFonts = {{
    {"fonts/Inter-Regular.otf", "Inter", 400},
    {"fonts/Inter-Medium.otf", "Inter", 500},
    {"fonts/Inter-SemiBold.otf", "Inter", 600},
    {"fonts/Inter-Bold.otf", "Inter", 700},
    {"fonts/JetBrainsMono-Regular.ttf", "JetBrains Mono", 400},
    {"fonts/JetBrainsMono-Bold.ttf", "JetBrains Mono", 700},
}};

const FontFile& file_of(Face face) { return kFonts[static_cast<std::size_t>(face)]; }

}  // namespace

std::string_view font_bytes(Face face) { return embedded(file_of(face).path); }
std::string_view font_family(Face face) { return file_of(face).family; }
int font_weight(Face face) { return file_of(face).weight; }

}  // namespace interleave
