#include "app/session/prediction.h"

#include "app/session/keys.h"
#include "app/session/session.h"
#include "app/trace/stops.h"
#include "tests/catch.h"

namespace interleave {
namespace {

using Stage = Prediction::Stage;

/// Boiling water at 1.2 s, where reading_book and checking_messages are ready.
void go_to_question(Session& session) {
  session.apply(command::StartPrediction{});
  for (int i = 0; i < 60 && session.state().t_ns < 1'200'000'000; ++i) {
    if (session.prediction().asking()) {
      session.apply(command::RevealAnswer{});
    }
    session.apply(command::Step{1});
  }
  for (int i = 0; i < 60 && !session.prediction().asking(); ++i) {
    session.apply(command::Step{1});
  }
}

void press(Session& session, Chord chord) {
  const auto command = command_for(chord, key_contexts(session));
  REQUIRE(command);
  session.apply(*command);
}

char key_of(const Session& session, const std::string& words) {
  for (const Choice& choice : session.prediction().question.choices) {
    if (choice.words == words) {
      return choice.key;
    }
  }
  return '?';
}

TEST_CASE("Q opens the chooser, Enter starts, and the first stop worth it asks") {
  Session session;
  press(session, {'Q'});
  CHECK(session.prediction().choosing);
  press(session, {key::enter});
  CHECK(session.prediction().on);
  CHECK_FALSE(session.prediction().choosing);
  int steps = 0;
  while (!session.prediction().asking() && steps < 60) {
    session.apply(command::Step{1});
    ++steps;
  }
  CHECK(session.prediction().asking());
  CHECK(session.prediction().question.seq == session.playhead());
}

TEST_CASE("while a question is open the next stop, play and every way forward are held") {
  Session session;
  go_to_question(session);
  const Seq stood = session.playhead();
  for (const Command& command :
       {Command(command::Step{1}), Command(command::StepEvent{1}),
        Command(command::StepIteration{1}), Command(command::StepOfTask{1}),
        Command(command::ToEnd{}), Command(command::PlayPause{}),
        Command(command::GoTo{1, stood + 5}), Command(command::GoToTime{2'000'000'000})}) {
    session.apply(command);
    CHECK(session.playhead() == stood);
    CHECK_FALSE(session.playing());
    CHECK(session.prediction().asking());
  }
}

TEST_CASE("a key selects, the same again confirms, and the step is played for 300 ms") {
  Session session;
  go_to_question(session);
  const Question question = session.prediction().question;
  const char key = key_of(session, question.truth_words());
  press(session, {static_cast<Key>(key)});
  CHECK(session.prediction().selected == question.truth);
  CHECK(session.prediction().asking());
  press(session, {static_cast<Key>(key)});
  CHECK(session.prediction().stage == Stage::revealing);
  CHECK(session.animating());
  CHECK(session.tick(150'000'000));
  CHECK(session.prediction().stage == Stage::revealing);
  CHECK(session.playhead() > question.seq);
  session.tick(150'000'000);
  CHECK(session.prediction().stage == Stage::told);
  CHECK(session.playhead() == question.reveal_to);
  CHECK(session.prediction().verdict == Verdict::right);
  CHECK_FALSE(session.animating());
  CHECK(session.prediction().tally.back().verdict == Verdict::right);
}

TEST_CASE("Enter confirms, Esc clears, and a wrong answer is told why") {
  Session session;
  go_to_question(session);
  press(session, {'2'});
  CHECK(session.prediction().selected);
  press(session, {key::escape});
  CHECK_FALSE(session.prediction().selected);
  press(session, {key::enter});  // nothing is selected: nothing happens
  CHECK(session.prediction().asking());
  press(session, {static_cast<Key>(key_of(session, "boiling_water"))});
  press(session, {key::enter});
  session.tick(kReveal_ns);
  CHECK(session.prediction().verdict == Verdict::wrong);
  CHECK(session.prediction().why_not ==
        "boiling_water: its timer is due at 2.0 s, now it is 1.2 s.");
}

TEST_CASE("after the truth the next press goes on: to the next question, or a step further") {
  Session session;
  go_to_question(session);
  press(session, {key::page_down});
  session.tick(kReveal_ns);
  const Seq told = session.playhead();
  session.apply(command::Step{1});
  const bool asks_there = session.prediction().asking() && session.playhead() == told;
  CHECK((asks_there || session.playhead() > told));
}

TEST_CASE("a clicker's next tells the truth without an answer, and that counts neither way") {
  Session session;
  go_to_question(session);
  const Score before = score_of(session.prediction().tally);
  press(session, {key::page_down});
  const Score after = score_of(session.prediction().tally);
  CHECK(after.skipped == before.skipped + 1);
  CHECK(after.answered() == before.answered());
  CHECK(session.prediction().tally.back().verdict == Verdict::shown);
}

TEST_CASE("S skips the question, Shift+S the rest of the run, which is then seen whole") {
  Session session;
  go_to_question(session);
  const Seq stood = session.playhead();
  press(session, {'S'});
  CHECK(session.prediction().stage == Stage::none);
  CHECK(session.playhead() == stood);
  CHECK(session.prediction().tally.back().verdict == Verdict::skipped);
  for (int i = 0; i < 60 && !session.prediction().asking(); ++i) {
    session.apply(command::Step{1});
  }
  press(session, {'S', kShift});
  CHECK_FALSE(session.masked());
  for (int i = 0; i < 60; ++i) {
    session.apply(command::Step{1});
    CHECK_FALSE(session.prediction().asking());
  }
}

TEST_CASE("going back closes a question unsettled, one that was settled is never asked again") {
  Session session;
  go_to_question(session);
  const Seq stood = session.playhead();
  session.apply(command::Step{-1});
  CHECK(session.prediction().stage == Stage::none);
  CHECK(session.playhead() < stood);
  while (session.playhead() < stood) {
    session.apply(command::Step{1});
  }
  REQUIRE(session.prediction().asking());
  press(session, {'S'});
  session.apply(command::Step{-1});
  session.apply(command::Step{1});
  CHECK(session.playhead() == stood);
  CHECK_FALSE(session.prediction().asking());
}

TEST_CASE("playing stops at a question") {
  Session session;
  session.apply(command::StartPrediction{});
  session.apply(command::PlayPause{});
  for (int i = 0; i < 200 && !session.prediction().asking(); ++i) {
    session.tick(500'000'000);
  }
  CHECK(session.prediction().asking());
  CHECK_FALSE(session.playing());
}

TEST_CASE("a click on a task's lane selects it, and a second confirms") {
  Session session;
  go_to_question(session);
  const TaskId task = session.prediction().question.choices[1].task;
  session.apply(command::SelectTask{session.view().focus, task});
  CHECK(session.prediction().selected == 1U);
  CHECK(session.prediction().asking());
  session.apply(command::SelectTask{session.view().focus, task});
  CHECK(session.prediction().stage == Stage::revealing);
}

TEST_CASE("a class votes: digits add up until Enter, and what most said is the answer") {
  Session session;
  session.apply(command::SetPrediction{{}, {}, true});
  go_to_question(session);
  const auto right = static_cast<Key>(key_of(session, "reading_book"));
  const auto wrong = static_cast<Key>(key_of(session, "boiling_water"));
  for (const Key key : {right, wrong, right, right, wrong}) {
    press(session, {key});
  }
  press(session, {key::backspace});
  CHECK(session.prediction().asking());
  press(session, {key::enter});
  session.tick(kReveal_ns);
  CHECK(session.prediction().votes_for(2) == 3);
  CHECK(session.prediction().votes_for(1) == 1);
  CHECK(session.prediction().verdict == Verdict::right);
  CHECK(session.prediction().tally.back().answer == "boiling_water 1; reading_book 3");
}

TEST_CASE("how long is asked once, takes digits and a point, and then shows the run whole") {
  Session session;
  session.apply(command::SetPrediction{QuestionForm::how_long, {}, {}});
  session.apply(command::StartPrediction{});
  REQUIRE(session.prediction().asking());
  CHECK(session.masked());
  for (const char c : std::string("3.05")) {
    press(session, {static_cast<Key>(c)});
  }
  press(session, {key::backspace});
  CHECK(session.prediction().typed == "3.0");
  press(session, {key::enter});
  session.tick(kReveal_ns);
  CHECK(session.prediction().verdict == Verdict::right);
  CHECK_FALSE(session.masked());
  CHECK(session.playhead() == 0);
  for (int i = 0; i < 60; ++i) {
    session.apply(command::Step{1});
    CHECK_FALSE(session.prediction().asking());
  }
}

TEST_CASE("how long: it never ends and it fails are answers, and no number is right there") {
  Session session;
  session.apply(command::SetScenario{"deadlock"});
  session.apply(command::SetPrediction{QuestionForm::how_long, {}, {}});
  session.apply(command::StartPrediction{});
  if (!session.prediction().asking()) {
    return;  // a catalogue without that lesson
  }
  press(session, {'1'});
  press(session, {key::enter});
  session.tick(kReveal_ns);
  CHECK(session.prediction().verdict == Verdict::wrong);
}

TEST_CASE("only here asks once") {
  Session session;
  session.apply(command::GoToTime{1'200'000'000});
  session.apply(command::SetPrediction{{}, HowOften::only_here, {}});
  session.apply(command::StartPrediction{});
  for (int i = 0; i < 9 && !session.prediction().asking(); ++i) {
    session.apply(command::Step{1});
  }
  REQUIRE(session.prediction().asking());
  press(session, {key::page_down});
  session.tick(kReveal_ns);
  session.apply(command::Step{1});
  CHECK_FALSE(session.prediction().on);
  CHECK_FALSE(session.masked());
}

TEST_CASE("at most twelve interesting questions in a run") {
  Session session;
  session.apply(command::SetParam{"pages", 12, false});
  session.apply(command::SetParam{"messages", 12, false});
  session.apply(command::StartPrediction{});
  for (int i = 0; i < 400; ++i) {
    if (session.prediction().asking()) {
      session.apply(command::RevealAnswer{});
    }
    session.apply(command::Step{1});
  }
  CHECK(session.prediction().tally.size() == static_cast<std::size_t>(kMostQuestions));
}

TEST_CASE("the tally says when, of which run, what was asked, answered and true") {
  Session session;
  session.set_clock([] { return std::int64_t{1'795'203'493}; });
  go_to_question(session);
  press(session, {static_cast<Key>(key_of(session, "boiling_water"))});
  press(session, {key::enter});
  const TallyRow& row = session.prediction().tally.back();
  CHECK(row.time_s == 1'795'203'493);
  CHECK(row.scenario == "boiling-water");
  CHECK(row.mode == "concurrent");
  CHECK(row.parameters.find("page_time=0.2") != std::string::npos);
  CHECK(row.question == "Who has the thread next?");
  CHECK(row.choices.size() == 5);
  CHECK(row.answer == "boiling_water");
  CHECK(row.truth == "reading_book");
}

TEST_CASE("less motion: the truth is there at once") {
  Session session;
  Preferences preferences = session.preferences();
  preferences.reduced_motion = true;
  session.set_preferences(preferences);
  go_to_question(session);
  press(session, {key::page_down});
  session.tick(1);
  CHECK(session.prediction().stage == Stage::told);
}

}  // namespace
}  // namespace interleave
