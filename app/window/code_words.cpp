#include "app/window/code_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace interleave {

namespace {

constexpr std::array<std::string_view, 32> kPython = {
    "False",   "None",  "True",     "and",   "as",     "assert", "async", "await",
    "break",   "class", "continue", "def",   "del",    "elif",   "else",  "except",
    "finally", "for",   "from",     "if",    "import", "in",     "is",    "lambda",
    "not",     "or",    "pass",     "raise", "return", "try",    "while", "with"};

constexpr std::array<std::string_view, 33> kCpp = {
    "auto",     "bool",   "break",     "case",     "class",   "co_await", "co_return",
    "co_yield", "const",  "constexpr", "continue", "default", "do",       "else",
    "enum",     "false",  "for",       "if",       "inline",  "int",      "namespace",
    "nullptr",  "return", "static",    "struct",   "switch",  "template", "throw",
    "true",     "try",    "using",     "void",     "while"};

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t end_of_text(std::string_view line, std::size_t at) {
  const char quote = line[at];
  for (++at; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == quote) {
      return at + 1;
    }
  }
  return line.size();
}

std::vector<CodeToken> tokens(std::string_view line, std::string_view comment,
                              std::span<const std::string_view> keywords) {
  std::vector<CodeToken> result;
  const auto add = [&](CodeWord word, std::string_view text) {
    if (!result.empty() && result.back().word == word) {
      // Neighbours of one sort are one stretch.
      result.back().text = {result.back().text.data(), result.back().text.size() + text.size()};
    } else {
      result.push_back({word, text});
    }
  };
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    CodeWord word = CodeWord::plain;
    if (line.substr(at).starts_with(comment)) {
      end = line.size();
      word = CodeWord::comment;
    } else if (line[at] == '"' || line[at] == '\'') {
      end = end_of_text(line, at);
      word = CodeWord::text;
    } else if (letter(line[at])) {
      while (end < line.size() && (letter(line[end]) || digit(line[end]))) {
        ++end;
      }
      const std::string_view text = line.substr(at, end - at);
      if (std::find(keywords.begin(), keywords.end(), text) != keywords.end()) {
        word = CodeWord::keyword;
      }
    }
    add(word, line.substr(at, end - at));
    at = end;
  }
  return result;
}

}  // namespace

std::vector<CodeToken> python_words(std::string_view line) { return tokens(line, "#", kPython); }

std::vector<CodeToken> cpp_words(std::string_view line) { return tokens(line, "//", kCpp); }

}  // namespace interleave
