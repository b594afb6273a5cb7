#include "app/cli/nearest.h"

#include <algorithm>
#include <limits>

namespace interleave::cli {

namespace {

std::string folded(std::string_view word) {
  std::string result(word);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    const bool capital = c >= 'A' && c <= 'Z';
    return c == '_' ? '-' : capital ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// How far a word may be from a known one of this length to be taken for it.
std::size_t allowed(std::size_t length) { return std::max<std::size_t>(length * 2 / 5, 1); }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Rows of the usual table: the one being filled, the one above and the one above that.
  std::vector<std::size_t> row(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> two_above(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongest = 100;  // nobody mistypes more than that
  constexpr std::size_t kLeastPart = 3;
  if (word.size() > kLongest) {
    return {};
  }
  const std::string asked = folded(word);
  std::string_view best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (const std::string_view candidate : known) {
    const std::string other = folded(candidate);
    std::size_t distance = edit_distance(asked, other);
    const bool part = asked.size() >= kLeastPart && other.find(asked) != std::string::npos;
    if (part) {
      distance = std::min<std::size_t>(distance, 1);
    }
    if (distance < best_distance && distance <= allowed(std::max(asked.size(), other.size()))) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest(word, known);
  return near.empty() ? std::string() : "; did you mean " + std::string(near) + "?";
}

std::string what_there_is(std::string_view word, const std::vector<std::string_view>& known) {
  std::string text = did_you_mean(word, known);
  text += text.empty() ? "; there " : " There ";
  text += known.size() == 1 ? "is " : "are ";
  for (std::size_t i = 0; i < known.size(); ++i) {
    text += i == 0 ? "" : i + 1 == known.size() ? " and " : ", ";
    text += known[i];
  }
  return known.empty() ? "; there is none" : text;
}

}  // namespace interleave::cli
