#include "app/session/keys.h"

#include <set>

#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("no chord stands twice in the table of keys") {
  std::set<std::pair<Key, std::uint8_t>> seen;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      INFO(words_for(binding.chord));
      CHECK(seen.emplace(binding.chord.key, binding.chord.mods).second);
    }
  }
}

TEST_CASE("every group of keys begins with words, so that each row can be drawn") {
  for (const KeyGroup& group : key_groups()) {
    REQUIRE_FALSE(group.bindings.empty());
    CHECK_FALSE(group.bindings.front().words.empty());
  }
}

TEST_CASE("chords are said as on the keyboard") {
  CHECK(words_for({key::right, kCtrl | kShift}) == "Ctrl+Shift+→");
  CHECK(words_for({' ', 0}) == "space");
  CHECK(words_for({key::f11, 0}) == "F11");
  CHECK(words_for({'N', 0}) == "N");
}

TEST_CASE("a chord gives its command, an unknown one nothing") {
  const auto step = command_for({key::left, 0});
  REQUIRE(step);
  CHECK(std::get<command::Step>(*step).count == -1);
  CHECK_FALSE(command_for({'K', kAlt}));
}

TEST_CASE("while text is typed only Esc, Enter and Ctrl chords act") {
  CHECK(acts_in_text_field({key::escape, 0}));
  CHECK(acts_in_text_field({key::enter, 0}));
  CHECK(acts_in_text_field({'E', kCtrl}));
  CHECK_FALSE(acts_in_text_field({'D', 0}));
  CHECK_FALSE(acts_in_text_field({key::right, 0}));
}

}  // namespace
}  // namespace interleave
