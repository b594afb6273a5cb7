#include "app/import/json_scanner.h"

#include <array>

#include "app/import/refusal.h"

namespace interleave {

namespace {

enum class Sort : unsigned char { other, quote, opens, closes, ends };

constexpr std::array<Sort, 256> sorts() {
  std::array<Sort, 256> table{};
  table['"'] = Sort::quote;
  table['{'] = table['['] = Sort::opens;
  table['}'] = table[']'] = Sort::closes;
  table[','] = table[' '] = table['\n'] = table['\r'] = table['\t'] = table[':'] = Sort::ends;
  return table;
}

constexpr auto kSorts = sorts();

/// Within an object or a list only these are looked at.
constexpr std::array<bool, 256> those_that_matter_within() {
  std::array<bool, 256> table{};
  table['"'] = table['{'] = table['['] = table['}'] = table[']'] = true;
  return table;
}

constexpr auto kMatterWithin = those_that_matter_within();

bool matters_within(char c) { return kMatterWithin[static_cast<unsigned char>(c)]; }

Sort sort_of(char c) { return kSorts[static_cast<unsigned char>(c)]; }

}  // namespace

char JsonScanner::peek() {
  while (true) {
    std::size_t at = 0;
    const std::size_t there = file_->size();
    const char* text = file_->begin();
    while (at < there && static_cast<unsigned char>(text[at]) <= ' ') {
      ++at;
    }
    file_->use(at);
    if (at < there) {
      return *file_->begin();
    }
    if (!file_->more()) {
      return 0;
    }
  }
}

bool JsonScanner::take(char c) {
  if (peek() != c) {
    return false;
  }
  file_->use(1);
  return true;
}

std::size_t JsonScanner::value_length() { return scan(true); }

void JsonScanner::skip_value() {
  if (scan(false) == 0) {
    throw Refusal("the file ends too early");
  }
}

// `keep`: the value stays in memory, and nothing of it is used; else all of it is.
std::size_t JsonScanner::scan(bool keep) {
  std::size_t at = 0;
  std::size_t depth = 0;
  bool in_text = false;
  bool begun = false;
  const auto done = [&](std::size_t length) {
    if (!keep) {
      file_->use(length);
      return std::size_t{1};
    }
    return length;
  };
  while (true) {
    const char* text = file_->begin();
    const std::size_t there = file_->size();
    for (; at < there; ++at) {
      if (in_text) {
        while (at < there && text[at] != '"' && text[at] != '\\') {
          ++at;
        }
        if (at >= there) {
          break;
        }
        if (text[at] == '\\') {
          ++at;  // what it escapes may not be there yet: it is passed over all the same
          continue;
        }
        in_text = false;
        if (depth == 0) {
          return done(at + 1);
        }
        continue;
      }
      if (depth > 0) {
        while (at < there && !matters_within(text[at])) {
          ++at;
        }
        if (at >= there) {
          break;
        }
      }
      switch (sort_of(text[at])) {
        case Sort::quote:
          in_text = true;
          break;
        case Sort::opens:
          if (++depth > kDeepest) {
            throw Refusal("nested more than 500 deep");
          }
          break;
        case Sort::closes:
          if (depth == 0) {
            return done(at);
          }
          if (--depth == 0) {
            return done(at + 1);
          }
          break;
        case Sort::ends:
          if (depth == 0 && begun) {
            return done(at);
          }
          break;
        case Sort::other:
          break;
      }
      begun = true;
    }
    if (!keep) {
      const std::size_t used = at < there ? at : there;
      at -= used;
      file_->use(used);
    }
    if (!file_->more()) {
      return 0;
    }
  }
}

std::string JsonScanner::take_string() {
  if (peek() != '"') {
    throw Refusal("a key in quotes would be right here");
  }
  const std::size_t length = value_length();
  if (length < 2) {
    throw Refusal("the file ends too early");
  }
  std::string text(file_->begin() + 1, length - 2);
  file_->use(length);
  return text;
}

}  // namespace interleave
