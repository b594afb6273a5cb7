#include "app/session/palette.h"

#include <set>

#include "app/session/session.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

namespace interleave {
namespace {

/// Titles in the order found.
std::vector<std::string> found(std::string_view query, const Recent& recent = {}) {
  const Session session;
  const auto entries = palette_entries(session);
  std::vector<std::string> titles;
  for (const PaletteHit& hit : palette_hits(entries, query, recent)) {
    titles.push_back(entries[hit.entry].title);
  }
  return titles;
}

std::string first(std::string_view query) {
  const auto titles = found(query);
  return titles.empty() ? "" : titles.front();
}

TEST_CASE("things are found by what people call them") {
  CHECK(first("print") == "Export a picture");
  CHECK(first("png") == "Export a picture");
  CHECK(first("undo") == "Undo");
  CHECK(first("zoom in") == "Closer");
  CHECK(first("dark") == "Theme: dark");
  CHECK(first("contrast") == "Theme: high contrast");
  CHECK(first("tour") == "Take the tour");
  CHECK(first("help") == "All keys");
  CHECK(first("font bigger") == "Larger type");
  CHECK(first("boiling-water") == "Reading, messages and boiling water");
  CHECK(first("Taskgroup") == "TaskGroup");
}

TEST_CASE("every lesson is found by its title, its id and its chapter") {
  for (const Scenario& scenario : catalogue()) {
    INFO(scenario.id);
    CHECK(first(scenario.title) == scenario.title);
    const auto by_id = found(scenario.id);
    CHECK(std::find(by_id.begin(), by_id.end(), scenario.title) != by_id.end());
    const auto by_lesson = found(scenario.lesson);
    CHECK(std::find(by_lesson.begin(), by_lesson.end(), scenario.title) != by_lesson.end());
  }
}

TEST_CASE("a slip of the finger, initials and half words do too, all words have to be there") {
  CHECK(first("exprot") == "Export a picture");
  CHECK(first("exporr") == "Export a picture");
  CHECK(first("exp pic") == "Export a picture");
  CHECK(first("picture exp") == "Export a picture");
  const auto initials = found("rmabw");
  REQUIRE_FALSE(initials.empty());
  CHECK(initials.front() == "Reading, messages and boiling water");
  CHECK(found("export zebra").empty());
  CHECK(found("qqqqq").empty());
  CHECK(first("isn't") == first("isn’t"));
}

TEST_CASE("what matches better is first, of equals what was used last") {
  const auto titles = found("next");
  REQUIRE(titles.size() > 3);
  CHECK(titles[0].starts_with("Next"));
  const auto lesson = found("next", {"do:next-lesson"});
  CHECK(lesson.front() == "Next lesson");
}

TEST_CASE("nothing typed: everything, the last used on top") {
  const Session session;
  const auto all = found("");
  CHECK(all.size() == palette_entries(session).size());
  const auto recent = found("  ", {"do:export-a-picture", scenario_entry("hello")});
  CHECK(recent[0] == "Export a picture");
  CHECK(recent[1] == find_scenario("hello")->title);
  CHECK(recent.size() == all.size());
}

TEST_CASE("marks are the matched bytes of the title") {
  const Session session;
  const auto entries = palette_entries(session);
  const auto hits = palette_hits(entries, "pict exp", {});
  REQUIRE_FALSE(hits.empty());
  const std::string& title = entries[hits.front().entry].title;
  REQUIRE(hits.front().marks.size() == 2);
  const auto [from, to] = hits.front().marks[1];
  CHECK(title.substr(from, to - from) == "pict");
}

TEST_CASE("every entry has an id of its own, without a space, and a title") {
  Session session;
  session.apply(command::ToggleComparison{});
  std::set<std::string> seen;
  for (const PaletteEntry& entry : palette_entries(session)) {
    INFO(entry.id << " " << entry.title);
    CHECK(seen.insert(entry.id).second);
    CHECK(entry.id.find(' ') == std::string::npos);
    CHECK_FALSE(entry.title.empty());
  }
}

TEST_CASE("an action that a key does shows that key, and does the same") {
  const Session session;
  for (const PaletteEntry& entry : palette_entries(session)) {
    if (entry.title == "Export a picture") {
      CHECK(entry.keys == "Ctrl+E");
      CHECK(std::get<command::Flip>(entry.command).what == command::Toggle::export_dialogue);
    }
  }
}

TEST_CASE("a row of keys that speaks of several has words for each in the palette") {
  for (const KeyGroup& group : key_groups()) {
    for (std::size_t i = 0; i < group.bindings.size(); ++i) {
      const Binding& binding = group.bindings[i];
      const bool goes_on = i + 1 < group.bindings.size() && group.bindings[i + 1].words.empty() &&
                           group.bindings[i + 1].only_in == 0;
      if (binding.only_in == 0 && (binding.words.empty() || goes_on)) {
        INFO(words_for(binding.chord));
        const std::string_view words = palette_words(binding.chord);
        CHECK((!words.empty() && words.front() != ';'));
      }
    }
  }
}

/// Commands that carry a place or a value of the mouse's, and what does the same by key.
bool is_the_mouses(const Command& command) {
  return std::visit(
      []<class C>(const C& /*c*/) {
        using namespace command;
        return std::is_same_v<C, GoTo> ||           // → ←, G
               std::is_same_v<C, GoToStep> ||       // G
               std::is_same_v<C, GoToTime> ||       // G
               std::is_same_v<C, SelectTask> ||     // ↑ ↓
               std::is_same_v<C, OpenInstant> ||    // Enter
               std::is_same_v<C, SetParam> ||       // Tab, ← →
               std::is_same_v<C, ResetParam> ||     // a preset for all of them
               std::is_same_v<C, ScrollLanes> ||    // ↑ ↓ bring a lane into sight
               std::is_same_v<C, EndGesture> ||     // no key is a gesture
               std::is_same_v<C, SetSpan> ||        // M
               std::is_same_v<C, FoldLane> ||       // Enter on the selected lane
               std::is_same_v<C, ClearNotice> ||    // Esc
               std::is_same_v<C, CloseCard> ||      // Esc
               std::is_same_v<C, DrawingRoom> ||    // the window's width
               std::is_same_v<C, PaintCells> ||     // 1 … 5 on the sheet
               std::is_same_v<C, ChooseBrush> ||    // the same
               std::is_same_v<C, AnswerLane> ||     // 1 … 9
               std::is_same_v<C, OpenFile> ||       // the dialogue of Ctrl+O
               std::is_same_v<C, CancelOpening> ||  // Esc
               std::is_same_v<C, ShowPicture> ||    // the dialogue of Ctrl+O
               std::is_same_v<C, NoteUse> ||        // the palette's own
               std::is_same_v<C, TourStep> ||       // → ← in the tour
               std::is_same_v<C, EndTour>;          // Esc
      },
      command);
}

/// One command of each kind.
template <std::size_t I = 0>
void each_kind(std::vector<Command>& kinds) {
  if constexpr (I < std::variant_size_v<command::Any>) {
    kinds.emplace_back(std::variant_alternative_t<I, command::Any>{});
    each_kind<I + 1>(kinds);
  }
}

TEST_CASE("every command can be given by a key or from the palette") {
  Session session;
  session.apply(command::ToggleComparison{});
  session.apply(command::ToggleComparison{});
  std::set<std::size_t> reachable;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      reachable.insert(binding.command.index());
    }
  }
  for (const PaletteEntry& entry : palette_entries(session)) {
    reachable.insert(entry.command.index());
  }
  std::vector<Command> kinds;
  each_kind(kinds);
  for (const Command& kind : kinds) {
    INFO("command number " << kind.index());
    CHECK((reachable.count(kind.index()) == 1 || is_the_mouses(kind)));
  }
}

}  // namespace
}  // namespace interleave
