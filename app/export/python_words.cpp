#include "app/export/python_words.h"

#include <algorithm>
#include <array>

namespace interleave {
namespace {

constexpr std::array<std::string_view, 31> kKeywords = {
    "False",   "None",  "True",     "and",    "as",     "assert", "async", "await",
    "break",   "class", "continue", "def",    "del",    "elif",   "else",  "except",
    "finally", "for",   "from",     "if",     "import", "in",     "is",    "lambda",
    "not",     "or",    "raise",    "return", "try",    "while",  "with"};

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) >= 0x80);
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

}  // namespace

std::vector<PythonToken> python_tokens(std::string_view line) {
  std::vector<PythonToken> tokens;
  bool defines = false;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    PythonWord word = PythonWord::plain;
    if (line[at] == '#') {
      end = line.size();
      word = PythonWord::comment;
    } else if (line[at] == '"' || line[at] == '\'') {
      end = end_of_text(line, at);
      word = PythonWord::text;
    } else if (digit(line[at])) {
      end = std::min(line.find_first_not_of("0123456789._", at), line.size());
      word = PythonWord::number;
    } else if (letter(line[at])) {
      while (end < line.size() && (letter(line[end]) || digit(line[end]))) {
        ++end;
      }
      const std::string_view text = line.substr(at, end - at);
      const bool prefix =
          end < line.size() && (line[end] == '"' || line[end] == '\'') && end - at <= 2;
      if (prefix) {
        end = end_of_text(line, end);
        word = PythonWord::text;
      } else if (std::find(kKeywords.begin(), kKeywords.end(), text) != kKeywords.end() ||
                 text == "yield") {
        word = PythonWord::keyword;
      } else if (defines) {
        word = PythonWord::name;
      }
      defines = text == "def" || text == "class";
    } else {
      while (end < line.size() && !letter(line[end]) && !digit(line[end]) && line[end] != '"' &&
             line[end] != '\'' && line[end] != '#') {
        ++end;
      }
    }
    tokens.push_back({word, line.substr(at, end - at)});
    at = end;
  }
  return tokens;
}

}  // namespace interleave
