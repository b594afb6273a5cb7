#include "runtime/listing.h"

#include <stdexcept>

namespace interleave {

namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// The name after `def` or `async def`, or nothing.
std::string_view defined_name(std::string_view line) {
  for (const std::string_view word : {"async def ", "def "}) {
    if (line.starts_with(word)) {
      line.remove_prefix(word.size());
      return line.substr(0, line.find('('));
    }
  }
  return {};
}

struct OpenDef {
  std::size_t index;
  std::size_t indent;
};

}  // namespace

Listing::Listing(std::string_view text) : text_(text), lines_(split_lines(text_)) {
  defs_.push_back(Def{});
  std::vector<OpenDef> open;  // innermost last
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::size_t indent = lines_[i].find_first_not_of(' ');
    if (indent == std::string_view::npos) {
      continue;
    }
    while (!open.empty() && indent <= open.back().indent) {
      open.pop_back();
    }
    const auto number = static_cast<std::uint16_t>(i + 1);
    const std::string_view name = defined_name(lines_[i].substr(indent));
    if (!name.empty()) {
      defs_.push_back(Def{std::string(name), number, {}});
      open.push_back({defs_.size() - 1, indent});
      continue;
    }
    defs_[open.empty() ? 0 : open.back().index].lines.push_back(number);
  }
}

const Listing::Def& Listing::def(std::string_view name) const {
  for (const Def& def : defs_) {
    if (def.name == name) {
      return def;
    }
  }
  throw std::out_of_range("the listing has no def " + std::string(name));
}

const Listing::Def& Listing::def_at(std::uint16_t line) const {
  for (const Def& def : defs_) {
    if (def.def_line == line) {
      return def;
    }
  }
  throw std::out_of_range("no def of the listing begins on line " + std::to_string(line));
}

std::uint16_t Listing::line_of(const Def& def, std::string_view snippet, int nth) const {
  for (const std::uint16_t number : def.lines) {
    if (line(number).find(snippet) != std::string_view::npos && --nth == 0) {
      return number;
    }
  }
  throw std::out_of_range("no line of " + (def.name.empty() ? "the module" : def.name) +
                          " in the listing contains `" + std::string(snippet) + "`");
}

}  // namespace interleave
