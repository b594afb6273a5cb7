#include "app/trace/output_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace interleave {

namespace {

constexpr std::size_t kLongestGist = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters, digits and whatever is not ASCII: a word may be `München`.
bool is_word_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return is_digit(c) || c == '.' || c == '-';
  }) && std::any_of(word.begin(), word.end(), is_digit);
}

std::string_view trimmed(std::string_view word) {
  const auto keeps = [](char c) { return is_word_char(c); };
  const auto first = std::find_if(word.begin(), word.end(), keeps);
  const auto last = std::find_if(word.rbegin(), word.rend(), keeps).base();
  if (first >= last) {
    return {};
  }
  auto begin = static_cast<std::size_t>(first - word.begin());
  const bool negative = begin > 0 && word[begin - 1] == '-' && is_digit(word[begin]);
  begin -= negative ? 1 : 0;
  return word.substr(begin, static_cast<std::size_t>(last - word.begin()) - begin);
}

std::string plain(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  return std::string(first == std::string_view::npos ? line : line.substr(first));
}

}  // namespace

bool is_time_unit(std::string_view word) {
  static constexpr auto kUnits = std::to_array<std::string_view>(
      {"s", "sec", "secs", "second", "seconds", "ms", "min", "minutes"});
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (const std::string_view word = trimmed(line.substr(0, end)); !word.empty()) {
      words.push_back(word);
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

std::vector<std::string> gist_of(std::string_view line) {
  const auto words = words_of(line);
  // The first number that counts something; a length of time counts too, with its unit.
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_number(words[i])) {
      continue;
    }
    const std::string number(words[i]);
    if (i + 1 < words.size() && is_time_unit(words[i + 1])) {
      return {number + " " + std::string(words[i + 1]), number};
    }
    if (i > 0 && !is_number(words[i - 1])) {
      return {std::string(words[i - 1]) + " " + number, number};
    }
    break;
  }
  if (words.empty()) {
    return {};
  }
  std::vector<std::string> gist;
  if (line.size() <= kLongestGist) {
    gist.push_back(plain(line));
  }
  if (words.size() > 1 || gist.empty()) {
    gist.emplace_back(words.front());
  }
  return gist;
}

}  // namespace interleave
