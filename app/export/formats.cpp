#include "app/export/formats.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/export/picture.h"
#include "app/export/whole_file.h"
#include "app/export/writers.h"

namespace interleave {
namespace {

constexpr auto kPicture = Format::What::picture;
constexpr auto kEvents = Format::What::events;
constexpr std::size_t kMostPages = 1000;

constexpr std::array<Format, 8> kFormats = {{
    {"png", "an image, for slides", kPicture, make_png},
    {"svg", "a drawing with real text, for the web and for editing", kPicture, make_svg},
    {"pdf", "a page with real text, for print", kPicture, make_pdf, true},
    {"gif", "an animation, a frame for each step", kPicture, make_gif, true},
    {"jsonl", "every event, a line each", kEvents, make_jsonl},
    {"csv", "every event, for a spreadsheet", kEvents, make_csv},
    {"chrome", "for Perfetto and Chrome's trace viewer", kEvents, make_chrome, false, "json"},
    {"mermaid", "a sequence diagram", kEvents, make_mermaid, false, "mmd"},
}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return result;
}

Result<const Format*> format_of(const ExportRequest& request) {
  if (!request.format.empty()) {
    const Format* named = find_format(request.format);
    if (named != nullptr) {
      return named;
    }
    return ExportError{"no format '" + request.format + "'; there are " + format_names(kPicture) +
                       ", " + format_names(kEvents)};
  }
  const Format* found = format_for_path(request.path);
  if (found != nullptr) {
    return found;
  }
  return ExportError{request.path + ": the ending says no known format; there are ." +
                     format_names(kPicture) + " and more, or name one"};
}

std::string complaint(const ExportRequest& request, const Format& format) {
  if (request.runs.empty()) {
    return "nothing to export: no run was given";
  }
  for (const ExportRun& run : request.runs) {
    if (run.trace == nullptr || run.trace->size() == 0) {
      return "nothing to export: the run has no events";
    }
  }
  if (format.what == kEvents) {
    return {};
  }
  const std::size_t pages = page_count(request);
  if (pages > kMostPages) {
    return "a storyboard of " + std::to_string(pages) +
           " steps is too long: " + std::to_string(kMostPages) + " pages at most";
  }
  if (request.sheet == Sheet::handout && (request.runs.size() > 1 || request.sketch)) {
    return "a handout is of one run: choose one mode";
  }
  const auto sane = [](float pixels) {
    return std::isfinite(pixels) && pixels >= 200 && pixels <= 20000;
  };
  if (!sane(request.width) || !sane(request.height)) {
    return "the size must be 200 to 20000 pixels each way, such as 1920x1080";
  }
  if (!std::isfinite(request.scale) || request.scale < 0.1F || request.scale > 8) {
    return "the scale must be 0.1 to 8";
  }
  return {};
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

const Format* format_for_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) {
    return nullptr;
  }
  const std::string ending = lower(path.substr(dot + 1));
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.ending() == ending; });
  return found == kFormats.end() ? nullptr : found;
}

std::string format_names(Format::What what) {
  std::string names;
  for (const Format& format : kFormats) {
    if (format.what == what) {
      names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
  }
  return names;
}

Result<std::string> export_bytes(const ExportRequest& request) {
  const Result<const Format*> format = format_of(request);
  if (!format) {
    return ExportError{format.error()};
  }
  if (std::string wrong = complaint(request, *format.value()); !wrong.empty()) {
    return ExportError{std::move(wrong)};
  }
  return format.value()->make(request);
}

std::vector<std::string> export_paths(const ExportRequest& request, const Format& format) {
  const std::size_t pages = page_count(request);
  if (format.what == kEvents || format.pages || request.page || request.sheet == Sheet::picture) {
    return {request.path};
  }
  // The ending alone: "a.b/c" has none.
  std::size_t dot = request.path.rfind('.');
  if (dot == std::string::npos || request.path.find('/', dot) != std::string::npos) {
    dot = request.path.size();
  }
  const std::string stem = request.path.substr(0, dot);
  const std::string ending = request.path.substr(dot);
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < pages; ++i) {
    if (request.sheet == Sheet::handout) {
      paths.push_back(stem + (i == 0 ? "" : "-solution") + ending);
    } else {
      const std::string number = std::to_string(i + 1);
      const std::size_t digits = std::max<std::size_t>(3, std::to_string(pages).size());
      paths.push_back(stem + "-" + std::string(digits - number.size(), '0') + number + ending);
    }
  }
  return paths;
}

Result<Written> export_to_file(const ExportRequest& request) {
  const Result<const Format*> format = format_of(request);
  if (!format) {
    return ExportError{format.error()};
  }
  if (std::string wrong = complaint(request, *format.value()); !wrong.empty()) {
    return ExportError{std::move(wrong)};
  }
  Written written;
  written.paths = export_paths(request, *format.value());
  std::vector<WholeFile> files;
  ExportRequest one = request;
  for (std::size_t i = 0; i < written.paths.size(); ++i) {
    if (written.paths.size() > 1) {
      one.page = i;
    }
    Result<std::string> bytes = format.value()->make(one);
    if (!bytes) {
      return ExportError{bytes.error()};
    }
    written.bytes += bytes.value().size();
    files.push_back({written.paths[i], std::move(bytes.value())});
  }
  if (auto error = write_whole_files(files)) {
    return std::move(*error);
  }
  return written;
}

}  // namespace interleave
