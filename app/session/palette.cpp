// How the palette matches. A query's words are looked for one by one; each has to be found
// somewhere in an entry, and the better the place the more it counts:
//
//     title    a word of it, its beginning, inside one, initials ("bw": Boiling Water)
//     aliases  a word, its beginning
//     note     the beginning of a word
//     both     a word of four letters or more with one letter wrong, missing or swapped

#include "app/session/palette.h"

#include <algorithm>
#include <limits>

namespace interleave {

namespace {

struct Word {
  std::string_view text;
  std::size_t at = 0;
};

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c >= 0x80;
}

/// Small letters, byte for byte; typographic marks are no letters.
std::string folded(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    char& c = result[i];
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    } else if (text.substr(i, 1) == "\xE2" && i + 2 < text.size()) {  // “ ” ’ … → ×
      result[i] = result[i + 1] = result[i + 2] = ' ';
      i += 2;
    }
  }
  return result;
}

/// The words of a folded text.
std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_letter(static_cast<unsigned char>(text[i]))) {
      continue;
    }
    if (i > from) {
      words.push_back({text.substr(from, i - from), from});
    }
    from = i + 1;
  }
  return words;
}

/// One letter wrong, missing, too many, or two swapped.
bool nearly(std::string_view a, std::string_view b) {
  if (a.size() < 4 || a.size() + 1 < b.size() || b.size() + 1 < a.size()) {
    return false;
  }
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto at = static_cast<std::size_t>(differ.first - a.begin());
  const std::string_view rest_a = a.substr(at);
  const std::string_view rest_b = b.substr(at);
  if (rest_a.empty() || rest_b.empty()) {
    return true;
  }
  if (a.size() == b.size()) {
    const bool swapped = rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                         rest_a.substr(2) == rest_b.substr(2);
    return swapped || rest_a.substr(1) == rest_b.substr(1);
  }
  return a.size() > b.size() ? rest_a.substr(1) == rest_b : rest_a == rest_b.substr(1);
}

/// An entry, cut up once for all words of a query.
struct Target {
  std::string title;
  std::string aliases;
  std::string note;
  std::vector<Word> title_words;
  std::vector<Word> alias_words;
  std::vector<Word> note_words;

  explicit Target(const PaletteEntry& entry)
      : title(folded(entry.title)), aliases(folded(entry.aliases)), note(folded(entry.note)) {
    title_words = words_in(title);
    alias_words = words_in(aliases);
    note_words = words_in(note);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
};

struct Found {
  int score = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

void better(Found& best, int score, std::size_t from = 0, std::size_t to = 0) {
  if (score > best.score) {
    best = {score, from, to};
  }
}

bool are_initials(std::string_view word, const Target& target) {
  if (word.size() < 2 || word.size() > target.title_words.size()) {
    return false;
  }
  std::size_t next = 0;
  for (const Word& each : target.title_words) {
    next += next < word.size() && each.text.front() == word[next] ? 1 : 0;
  }
  return next == word.size();
}

Found find_word(std::string_view word, const Target& target) {
  Found best;
  for (std::size_t i = 0; i < target.title_words.size(); ++i) {
    const Word& each = target.title_words[i];
    const int first = i == 0 ? 10 : 0;
    if (each.text == word) {
      better(best, 120 + first, each.at, each.at + word.size());
    } else if (each.text.starts_with(word)) {
      better(best, 100 + first, each.at, each.at + word.size());
    } else if (const auto inside = each.text.find(word);
               inside != std::string_view::npos && word.size() > 1) {
      better(best, 50, each.at + inside, each.at + inside + word.size());
    } else if (nearly(word, each.text)) {
      better(best, 30, each.at, each.at + each.text.size());
    }
  }
  for (const Word& each : target.alias_words) {
    const bool starts = each.text.starts_with(word);
    better(best, each.text == word ? 90 : starts && word.size() > 1 ? 70 : 0);
    better(best, nearly(word, each.text) ? 25 : 0);
  }
  for (const Word& each : target.note_words) {
    better(best, each.text.starts_with(word) ? 60 : 0);
  }
  better(best, are_initials(word, target) ? 40 : 0);
  return best;
}

}  // namespace

std::vector<PaletteHit> palette_hits(std::span<const PaletteEntry> entries, std::string_view query,
                                     const Recent& recent) {
  const std::string wanted = folded(query);
  const std::vector<Word> words = words_in(wanted);
  std::vector<PaletteHit> hits;
  std::vector<std::size_t> ages;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ages.push_back(age_of(recent, entries[i].id));
    const Target target(entries[i]);
    PaletteHit hit{i, 0, {}};
    bool all = true;
    for (const Word& word : words) {
      const Found found = find_word(word.text, target);
      all = all && found.score > 0;
      hit.score += found.score;
      if (found.to > found.from) {
        hit.marks.emplace_back(found.from, found.to);
      }
    }
    if (all) {
      std::sort(hit.marks.begin(), hit.marks.end());
      hits.push_back(std::move(hit));
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [&ages](const PaletteHit& a, const PaletteHit& b) {
    return a.score != b.score ? a.score > b.score : ages[a.entry] < ages[b.entry];
  });
  return hits;
}

}  // namespace interleave
