#include "app/import/file_kind.h"

#include <algorithm>
#include <array>

namespace interleave {

namespace {

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array<Signature, 8> kSignatures = {{
    {"\x89PNG\r\n\x1a\n", "a PNG picture"},
    {"\xff\xd8\xff", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"%PDF-", "a PDF"},
    {"<svg", "an SVG picture"},
    {"<?xml", "XML"},
    {"PK\x03\x04", "a ZIP archive"},
    {"\x7f"
     "ELF",
     "a program"},
}};

constexpr std::size_t kLookedAt = 1024;

}  // namespace

std::string_view kind_unlike_trace(std::string_view begin) {
  begin = begin.substr(0, kLookedAt);
  const auto* const found =
      std::find_if(kSignatures.begin(), kSignatures.end(),
                   [&](const Signature& each) { return begin.starts_with(each.bytes); });
  if (found == kSignatures.end()) {
    return begin.find('\0') != std::string_view::npos ? "no text" : "";
  }
  const bool is_svg = found->kind == "XML" && begin.find("<svg") != std::string_view::npos;
  return is_svg ? "an SVG picture" : found->kind;
}

}  // namespace interleave
