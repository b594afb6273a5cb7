#include "app/session/keys.h"

#include <set>
#include <tuple>

#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("no chord stands twice in the table of keys") {
  std::set<std::tuple<Key, std::uint8_t, KeyContexts>> seen;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      INFO(words_for(binding.chord));
      CHECK(seen.emplace(binding.chord.key, binding.chord.mods, binding.only_in).second);
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

TEST_CASE("in presentation Enter and Backspace step, and a dot blanks the screen") {
  CHECK(std::holds_alternative<command::OpenSelected>(*command_for({key::enter, 0})));
  CHECK_FALSE(command_for({key::backspace, 0}));
  CHECK(std::get<command::Step>(*command_for({key::enter, 0}, kInPresentation)).count == 1);
  CHECK(std::get<command::Step>(*command_for({key::backspace, 0}, kInPresentation)).count == -1);
  for (const Key k : {Key{'.'}, Key{'B'}}) {
    CHECK_FALSE(command_for({k, 0}));
    CHECK(std::get<command::Flip>(*command_for({k, 0}, kInPresentation)).what ==
          command::Toggle::blank);
  }
}

TEST_CASE("F5 and Esc both leave a presentation, leaving it ends the black screen") {
  Session session;
  session.apply(*command_for({key::f5, 0}, key_contexts(session)));
  CHECK(key_contexts(session) == kInPresentation);
  session.apply(*command_for({'B', 0}, key_contexts(session)));
  CHECK(session.shown(command::Toggle::blank));
  session.apply(command::Escape{});
  CHECK_FALSE(session.shown(command::Toggle::blank));
  CHECK(session.shown(command::Toggle::presentation));
  session.apply(command::Escape{});
  CHECK_FALSE(session.shown(command::Toggle::presentation));
  session.apply(command::Flip{command::Toggle::blank});
  CHECK_FALSE(session.shown(command::Toggle::blank));
  session.apply(command::Flip{command::Toggle::presentation});
  CHECK_FALSE(session.shown(command::Toggle::full_screen));
  session.apply(*command_for({key::f5, 0}, key_contexts(session)));
  CHECK(key_contexts(session) == 0);
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
