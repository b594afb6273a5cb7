#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/command.h"
#include "app/session/keys.h"
#include "app/session/recent.h"

namespace interleave {

class Session;

/// Something that the command palette finds by name: a lesson, a mode, a preset, an action.
struct PaletteEntry {
  /// Stays the same between starts: "lesson:hello", "do:export-a-picture".
  std::string id;
  std::string title;
  /// What it is, beside the title: "Lesson · Awaiting", "Mode".
  std::string note;
  /// The chord that does the same, "Ctrl+E", or empty.
  std::string keys;
  /// Other words that it is found by.
  std::string aliases;
  Command command;
};

/// All that can be done now: lessons first, then the modes and presets of the one shown, then
/// actions, those of the table of keys in its order.
[[nodiscard]] std::vector<PaletteEntry> palette_entries(const Session& session);

/// What a chord's action is called by itself, and after a semicolon other words for it: "next stop;
/// forward". Empty: as in its row of the table of keys. "-": it has no place in the palette.
[[nodiscard]] std::string_view palette_words(Chord chord);

struct PaletteHit {
  /// Index into the entries.
  std::size_t entry = 0;
  int score = 0;
  /// Bytes of the title that were matched, from and to, in order.
  std::vector<std::pair<std::size_t, std::size_t>> marks;
};
/// The entries in which every word of the query is found: as the beginning of a word, inside one,
/// by initials, or with one letter wrong; the best first, of equal ones the last used. An empty
/// query finds everything, what was used last first.
[[nodiscard]] std::vector<PaletteHit> palette_hits(std::span<const PaletteEntry> entries,
                                                   std::string_view query, const Recent& recent);

}  // namespace interleave
