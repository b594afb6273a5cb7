#include "app/export/embedded_view.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "app/export/view_json.h"

namespace interleave {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kPdfSignature = "%PDF-";
constexpr std::string_view kGifSignature = "GIF8";

ExportError none(std::string_view kind) {
  return {"this " + std::string(kind) +
          " holds no view: only pictures that Interleave exported bring theirs back"};
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) {
    value = value << 8U | static_cast<unsigned char>(c);
  }
  return value;
}

// A chunk: length, four letters, so many bytes, checksum.
Result<PictureView> in_png(std::string_view bytes) {
  const std::string wanted = std::string(kViewKeyword) + '\0';
  std::size_t at = kPngSignature.size();
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big_endian(bytes.substr(at));
    const std::string_view kind = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12) {
      return ExportError{"the PNG is cut short at byte " + std::to_string(at)};
    }
    const std::string_view content = bytes.substr(at + 8, length);
    if (kind == "tEXt" && content.starts_with(wanted)) {
      return view_from_json(content.substr(wanted.size()));
    }
    if (kind == "IEND") {
      break;
    }
    at += 12 + length;
  }
  return none("PNG");
}

std::string unescaped_xml(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> entities = {
      {{"&quot;", '"'}, {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto* found = std::find_if(entities.begin(), entities.end(), [&](const auto& entity) {
      return text.substr(at).starts_with(entity.first);
    });
    plain += found == entities.end() ? text[at] : found->second;
    at += found == entities.end() ? 1 : found->first.size();
  }
  return plain;
}

Result<PictureView> in_svg(std::string_view bytes) {
  const std::string begin = std::string("<metadata id=\"") + kViewKeyword + "\">";
  const std::size_t at = bytes.find(begin);
  if (at == std::string_view::npos) {
    return none("SVG");
  }
  const std::string_view rest = bytes.substr(at + begin.size());
  const std::size_t end = rest.substr(0, 8 * kMostViewJson).find("</metadata>");
  if (end == std::string_view::npos) {
    return ExportError{"the SVG is cut short within its view"};
  }
  return view_from_json(unescaped_xml(rest.substr(0, end)));
}

Result<PictureView> in_pdf(std::string_view bytes) {
  const std::string begin = std::string("(") + kViewKeyword + " ";
  const std::size_t at = bytes.rfind(begin);
  if (at == std::string_view::npos) {
    return none("PDF");
  }
  // A string of PDF's: ends with a bracket; what stands behind a backslash stands for itself.
  std::string text;
  for (std::size_t i = at + begin.size(); i < bytes.size() && text.size() <= kMostViewJson; ++i) {
    if (bytes[i] == ')') {
      return view_from_json(text);
    }
    if (bytes[i] == '\\' && i + 1 < bytes.size()) {
      ++i;
    }
    text += bytes[i];
  }
  return ExportError{"the PDF is cut short within its view"};
}

int read_on(GifFileType* gif, GifByteType* to, int most) {
  auto& rest = *static_cast<std::string_view*>(gif->UserData);
  const auto length = std::min(rest.size(), static_cast<std::size_t>(std::max(most, 0)));
  std::copy_n(rest.begin(), length, to);
  rest.remove_prefix(length);
  return static_cast<int>(length);
}

// A comment before the first frame, so that no frame is unpacked for it.
Result<PictureView> in_gif(std::string_view bytes) {
  const auto close = [](GifFileType* gif) { DGifCloseFile(gif, nullptr); };
  const std::unique_ptr<GifFileType, decltype(close)> gif(DGifOpen(&bytes, read_on, nullptr),
                                                          close);
  const std::string wanted = std::string(kViewKeyword) + " ";
  GifRecordType record = UNDEFINED_RECORD_TYPE;
  while (gif != nullptr && DGifGetRecordType(gif.get(), &record) == GIF_OK &&
         record == EXTENSION_RECORD_TYPE) {
    int kind = 0;
    GifByteType* block = nullptr;  // its length, and so many bytes; none after the last
    bool good = DGifGetExtension(gif.get(), &kind, &block) == GIF_OK;
    std::string text;
    while (good && block != nullptr && text.size() <= kMostViewJson) {
      text.append(reinterpret_cast<const char*>(block) + 1, block[0]);
      good = DGifGetExtensionNext(gif.get(), &block) == GIF_OK;
    }
    if (kind == COMMENT_EXT_FUNC_CODE && text.starts_with(wanted)) {
      return good ? view_from_json(std::string_view(text).substr(wanted.size()))
                  : ExportError{"the GIF is cut short within its view"};
    }
    if (!good || block != nullptr) {
      break;
    }
  }
  return none("GIF");
}

bool looks_like_svg(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 1024);
  return start.find("<svg") != std::string_view::npos;
}

}  // namespace

bool looks_like_picture(std::string_view bytes) {
  return bytes.starts_with(kPngSignature) || bytes.starts_with(kPdfSignature) ||
         bytes.starts_with(kGifSignature) || looks_like_svg(bytes);
}

Result<PictureView> view_in_picture(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) {
    return in_png(bytes);
  }
  if (bytes.starts_with(kPdfSignature)) {
    return in_pdf(bytes);
  }
  if (bytes.starts_with(kGifSignature)) {
    return in_gif(bytes);
  }
  if (looks_like_svg(bytes)) {
    return in_svg(bytes);
  }
  return ExportError{"this is no PNG, SVG, PDF or GIF"};
}

}  // namespace interleave
