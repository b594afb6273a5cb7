// The keys that people are promised, row by row, and what the table owes to those who read it.

#include <map>
#include <set>

#include "app/session/keys.h"
#include "tests/catch.h"

namespace interleave {
namespace {

using namespace command;
constexpr std::uint8_t kCtrlShift = kCtrl | kShift;

/// What a chord does, if it is that kind of command.
template <class C>
std::optional<C> does(Chord chord, KeyContexts now = 0) {
  const auto command = command_for(chord, now);
  const C* found = command ? std::get_if<C>(&*command) : nullptr;
  return found != nullptr ? std::optional(*found) : std::nullopt;
}

bool flips(Chord chord, Toggle what, KeyContexts now = 0) {
  const auto flip = does<Flip>(chord, now);
  return flip && flip->what == what;
}

TEST_CASE("stops, events, iterations and the ends have their keys") {
  for (const Key forward : {key::right, key::page_down}) {
    REQUIRE(does<Step>({forward}));
    CHECK(does<Step>({forward})->count == 1);
  }
  for (const Key back : {key::left, key::page_up}) {
    REQUIRE(does<Step>({back}));
    CHECK(does<Step>({back})->count == -1);
  }
  CHECK(does<Step>({key::enter}, kInPresentation)->count == 1);
  CHECK(does<Step>({key::backspace}, kInPresentation)->count == -1);
  CHECK(does<StepEvent>({key::right, kShift})->count == 1);
  CHECK(does<StepEvent>({key::left, kShift})->count == -1);
  CHECK(does<StepIteration>({key::right, kCtrl})->count == 1);
  CHECK(does<StepIteration>({key::left, kCtrl})->count == -1);
  CHECK(does<ToEnd>({key::right, kCtrlShift}));
  CHECK(does<ToStart>({key::left, kCtrlShift}));
  CHECK(does<ToStart>({key::home}));
  CHECK(does<ToEnd>({key::end}));
  CHECK(does<StepOfTask>({'N'})->count == 1);
  CHECK(does<StepOfTask>({'P'})->count == -1);
  CHECK(flips({'G'}, Toggle::goto_dialogue));
  CHECK(does<PlayPause>({' '}));
  CHECK(does<ChangeSpeed>({key::up, kAlt})->notches == 1);
  CHECK(does<ChangeSpeed>({key::down, kAlt})->notches == -1);
}

TEST_CASE("lanes, zoom, history, modes and scenarios have theirs") {
  CHECK(does<SelectLane>({key::up})->delta == -1);
  CHECK(does<SelectLane>({key::down})->delta == 1);
  CHECK(does<OpenSelected>({key::enter}));
  CHECK(does<Escape>({key::escape}));
  CHECK(does<Zoom>({'+'})->factor > 1);
  CHECK(does<Zoom>({'-'})->factor < 1);
  CHECK(does<ShowAll>({'0'}));
  CHECK(does<FitSelection>({'F'}));
  CHECK(does<Mark>({'M'}));
  CHECK(does<Undo>({'Z', kCtrl}));
  CHECK(does<Redo>({'Z', kCtrlShift}));
  CHECK(does<Redo>({'Y', kCtrl}));
  for (int i = 1; i <= 9; ++i) {
    REQUIRE(does<SetModeNumber>({static_cast<Key>('0' + i), kCtrl}));
    CHECK(does<SetModeNumber>({static_cast<Key>('0' + i), kCtrl})->number == i);
  }
  CHECK(does<NextScenario>({key::up, kCtrl})->delta == -1);
  CHECK(does<NextScenario>({key::down, kCtrl})->delta == 1);
}

TEST_CASE("what is shown, and the window's own, have theirs") {
  CHECK(does<ToggleComparison>({'C'}));
  CHECK(does<SwapRuns>({'X'}));
  CHECK(does<ToggleAxis>({'T'}));
  CHECK(flips({'Q'}, Toggle::prediction));
  CHECK(flips({'L'}, Toggle::listing));
  CHECK(flips({'O'}, Toggle::output));
  CHECK(does<NextDepth>({'V'}));
  CHECK(flips({'W'}, Toggle::why));
  CHECK(flips({'H'}, Toggle::veil));
  CHECK(does<NextTheme>({'D'}));
  CHECK(does<MoveFocus>({key::tab})->delta == 1);
  CHECK(does<MoveFocus>({key::tab, kShift})->delta == -1);
  CHECK(does<MoveFocus>({key::f6})->panels);
  CHECK(flips({key::f5}, Toggle::presentation));
  CHECK(flips({key::f11}, Toggle::full_screen));
  CHECK(flips({'.'}, Toggle::blank, kInPresentation));
  CHECK(flips({'B'}, Toggle::blank, kInPresentation));
  CHECK(flips({'E', kCtrl}, Toggle::export_dialogue));
  CHECK(flips({'P', kCtrl}, Toggle::palette));
  CHECK(does<Quit>({'Q', kCtrl}));
  CHECK(does<TypeSize>({'+', kCtrl})->notches == 1);
  CHECK(does<TypeSize>({'-', kCtrl})->notches == -1);
  CHECK(does<TypeSize>({'0', kCtrl})->notches == 0);
  CHECK(flips({'?'}, Toggle::help));
}

TEST_CASE("in one context a chord has one meaning") {
  std::map<KeyContexts, std::set<std::pair<Key, std::uint8_t>>> seen;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      INFO(words_for(binding.chord));
      for (int bit = -1; bit < 8; ++bit) {  // −1: obeyed everywhere
        const auto context = static_cast<KeyContexts>(bit < 0 ? 0 : 1U << bit);
        if (bit < 0 ? binding.only_in == 0 : (binding.only_in & context) != 0) {
          CHECK(seen[context].emplace(binding.chord.key, binding.chord.mods).second);
        }
      }
    }
  }
}

TEST_CASE("every row of the table has words, and each of the mouse's too") {
  for (const KeyGroup& group : key_groups()) {
    CHECK_FALSE(group.heading.empty());
    REQUIRE_FALSE(group.bindings.empty());
    CHECK_FALSE(group.bindings.front().words.empty());
    for (const KeyGroup::MouseLine& line : group.mouse) {
      CHECK_FALSE(line.gesture.empty());
      CHECK_FALSE(line.words.empty());
    }
  }
}

}  // namespace
}  // namespace interleave
