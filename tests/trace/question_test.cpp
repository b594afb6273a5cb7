#include "app/trace/question.h"

#include <algorithm>

#include "app/trace/stops.h"
#include "tests/catch.h"
#include "tests/trace/log_builder.h"
#include "tests/trace/runs.h"

namespace interleave {
namespace {

using test::kMs;
using test::kSecond;

/// The question at the first stop at or after a time at which there is one.
std::optional<Question> question_from(const Trace& trace, std::int64_t t_ns,
                                      QuestionForm form = QuestionForm::who_next) {
  StateReader states(trace);
  for (const std::uint32_t stop : trace.stops()) {
    if (trace[stop].t_ns >= t_ns) {
      if (auto question = question_at(trace, states.at(stop), form, 1)) {
        return question;
      }
    }
  }
  return std::nullopt;
}

const Choice& truth_of(const Question& question) { return question.choices[question.truth]; }

const Choice& choice_named(const Question& question, const std::string& words) {
  const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                  [&](const Choice& choice) { return choice.words == words; });
  REQUIRE(found != question.choices.end());
  return *found;
}

TEST_CASE("who is next: choices in the order of the lanes, each with its state, and nobody") {
  const Trace trace = test::boiling_water_concurrent();
  const auto question = question_from(trace, 1'200 * kMs);
  REQUIRE(question);
  REQUIRE(question->choices.size() == 5);
  const std::vector<std::string> names = {"main", "boiling_water", "reading_book",
                                          "checking_messages", "nobody: the loop waits"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    CHECK(question->choices[i].words == names[i]);
    CHECK(question->choices[i].key == (i < 4 ? static_cast<char>('1' + i) : '0'));
  }
  CHECK(choice_named(*question, "boiling_water").state == "suspended · sleep 2 s");
  CHECK(choice_named(*question, "reading_book").state == "ready");
}

TEST_CASE("who is next: one sentence on the truth, one on why it was not each of the others") {
  const Trace trace = test::boiling_water_concurrent();
  const auto question = question_from(trace, 1'200 * kMs);
  REQUIRE(question);
  CHECK(truth_of(*question).words == "reading_book");
  CHECK(question->because == "reading_book resumes: it is first in the ready queue.");
  CHECK(truth_of(*question).why_not.empty());
  CHECK(choice_named(*question, "boiling_water").why_not ==
        "boiling_water: its timer is due at 2.0 s, now it is 1.2 s.");
  CHECK(choice_named(*question, "checking_messages").why_not ==
        "checking_messages: it is ready, but 2nd in the ready queue, behind reading_book.");
  CHECK(choice_named(*question, "nobody: the loop waits").why_not ==
        "Nobody: reading_book is ready, and the loop waits only when nothing is.");
}

TEST_CASE("the truth is whichever comes first, a step or the clock's advance") {
  for (const auto& [name, trace] : test::all_runs()) {
    INFO(name);
    StateReader states(trace);
    for (const std::uint32_t stop : trace.stops()) {
      const auto question = question_at(trace, states.at(stop), QuestionForm::who_next, 7);
      if (!question) {
        continue;
      }
      INFO("stop " << stop);
      Seq seq = stop + 1;
      while (!begins_step(trace[seq].kind) && trace[seq].kind != Kind::clock_advanced) {
        ++seq;
      }
      CHECK(question->decided_by == seq);
      CHECK(question->seq == stop);
      CHECK(question->reveal_to >= seq);
      const Choice& truth = truth_of(*question);
      const bool waits = trace[seq].kind == Kind::clock_advanced;
      CHECK((truth.what == Choice::What::nobody) == waits);
      if (!waits) {
        CHECK(truth.task == trace[seq].task);
      }
      CHECK_FALSE(question->because.empty());
      for (std::size_t i = 0; i < question->choices.size(); ++i) {
        CHECK(question->choices[i].why_not.empty() == (i == question->truth));
      }
      CHECK(question->choices.size() <= 10);
    }
  }
}

TEST_CASE("an idle loop is nobody's turn, until the timer that is named") {
  const Trace trace = test::boiling_water_concurrent();
  const auto question = question_from(trace, 1'600 * kMs);
  REQUIRE(question);
  CHECK(truth_of(*question).what == Choice::What::nobody);
  CHECK(question->because ==
        "Nobody: nothing is ready, so the loop waits until 2.0 s, boiling_water's timer is due "
        "then.");
}

TEST_CASE("of more than nine tasks eight are named, the truth and the first ready among them") {
  const Trace trace = test::many_yields(30, 2);
  StateReader states(trace);
  int asked = 0;
  for (const std::uint32_t stop : trace.stops()) {
    const State& state = states.at(stop);
    const auto question = question_at(trace, state, QuestionForm::who_next, stop);
    if (!question || question->choices.size() < 10 ||
        question->choices[8].what != Choice::What::another) {
      continue;  // nine can all be named
    }
    ++asked;
    CHECK(question->choices.size() == 10);
    CHECK(question->choices[9].what == Choice::What::nobody);
    for (std::size_t i = 1; i < 8; ++i) {
      CHECK(question->choices[i - 1].task < question->choices[i].task);
    }
    if (!state.ready.empty() && state.ready.front().task != kNoTask) {
      CHECK(choice_of(*question, state.ready.front().task) < 8);
    }
    const auto again = question_at(trace, states.at(stop), QuestionForm::who_next, stop);
    CHECK(again->choices[3].task == question->choices[3].task);
  }
  CHECK(asked > 10);
}

TEST_CASE("a click on the lane of a task that is not named means another") {
  const Trace trace = test::many_yields(30, 2);
  StateReader states(trace);
  for (const std::uint32_t stop : trace.stops()) {
    const auto question = question_at(trace, states.at(stop), QuestionForm::who_next, 3);
    if (!question || question->choices.size() < 10 ||
        question->choices[8].what != Choice::What::another) {
      continue;  // nine can all be named
    }
    for (const TaskId task : trace.tasks()) {
      const std::size_t choice = choice_of(*question, task);
      const bool named = choice < 8;
      CHECK((named ? question->choices[choice].task == task : choice == 8));
    }
    return;
  }
  FAIL("nothing was asked");
}

TEST_CASE("interesting: two ready, or none and two timers, or a cause that is new") {
  const Trace trace = test::boiling_water_concurrent();
  StateReader states(trace);
  // At 1.2 s two are ready; from 1.6 s on one timer is all there is.
  CHECK(is_interesting(trace, states.at(question_from(trace, 1'200 * kMs)->seq)));
  CHECK_FALSE(is_interesting(trace, states.at(question_from(trace, 1'600 * kMs)->seq)));
  // The clock has come to 2.0 s: a timer wakes for the first time, and at 3.0 s for the second.
  CHECK(is_interesting(trace, states.at(question_from(trace, 2'000 * kMs)->seq)));
}

TEST_CASE("what is printed: the truth, what others print next, nothing more, no text twice") {
  const Trace trace = test::boiling_water_concurrent();
  const auto question = question_from(trace, 1'200 * kMs, QuestionForm::printed);
  REQUIRE(question);
  CHECK(question->choices.size() <= 4);
  CHECK(question->choices.back().what == Choice::What::nothing);
  CHECK(question->choices.back().key == '0');
  const auto outputs = trace.outputs();
  const auto next = std::upper_bound(outputs.begin(), outputs.end(), question->seq);
  CHECK(truth_of(*question).words == trace.text(trace[*next].a));
  CHECK(question->decided_by == *next);
  for (const Choice& choice : question->choices) {
    const auto same =
        std::count_if(question->choices.begin(), question->choices.end(),
                      [&](const Choice& other) { return other.words == choice.words; });
    CHECK(same == 1);
  }
}

TEST_CASE("what is printed: where no line follows, nothing more is true beside lines of before") {
  const Trace trace = test::boiling_water_concurrent();
  StateReader states(trace);
  std::optional<Question> last;
  for (const std::uint32_t stop : trace.stops()) {
    if (auto question = question_at(trace, states.at(stop), QuestionForm::printed, 1)) {
      last = std::move(question);
    }
  }
  REQUIRE(last);
  CHECK(truth_of(*last).what == Choice::What::nothing);
  CHECK(last->choices.size() == 4);
}

TEST_CASE("how long: a number, or it never ends, or it fails") {
  const auto at_start = [](const Trace& trace) {
    StateReader states(trace);
    return question_at(trace, states.at(0), QuestionForm::how_long, 1);
  };
  const auto water = at_start(test::boiling_water_concurrent());
  REQUIRE(water);
  CHECK(water->truth == water->choices.size());
  CHECK(water->truth_ns == 3 * kSecond);
  CHECK(water->truth_words() == "3 s");
  CHECK(water->because ==
        "It takes 3.0 s: 1.6 s of computing and 3.0 s of waiting, 1.6 s of it beside the rest.");
  CHECK(truth_of(*at_start(test::endless())).what == Choice::What::never_ends);
  CHECK(truth_of(*at_start(test::two_locks_deadlock())).what == Choice::What::fails);
}

TEST_CASE("a number is right within 1 % and at least 10 ms, near within 10 %") {
  CHECK(nearness(3'000 * kMs, 3'000 * kMs) == Nearness::right);
  CHECK(nearness(3'030 * kMs, 3'000 * kMs) == Nearness::right);
  CHECK(nearness(3'031 * kMs, 3'000 * kMs) == Nearness::near);
  CHECK(nearness(2'700 * kMs, 3'000 * kMs) == Nearness::near);
  CHECK(nearness(2'699 * kMs, 3'000 * kMs) == Nearness::wrong);
  CHECK(nearness(110 * kMs, 100 * kMs) == Nearness::right);
  CHECK(nearness(10 * kMs, 0) == Nearness::right);
  CHECK(nearness(11 * kMs, 0) == Nearness::wrong);
}

TEST_CASE("a number that is all parts added up is told so") {
  const Trace trace = test::boiling_water_concurrent();
  CHECK(why_not_so_long(trace, 4'600 * kMs) ==
        "4.6 s is all of it added up: but part of it goes on at the same time.");
  CHECK(why_not_so_long(trace, 1'600 * kMs) ==
        "1.6 s is the computing alone: the waiting is missing.");
  CHECK(why_not_so_long(trace, 2'000 * kMs) == "2.0 s is too short by 1.0 s.");
}

TEST_CASE("nothing is asked while somebody has the thread, at the end and before any task") {
  const Trace trace = test::boiling_water_concurrent();
  StateReader states(trace);
  CHECK_FALSE(question_at(trace, states.at(0), QuestionForm::who_next, 1));
  CHECK_FALSE(question_at(trace, states.at(trace.size() - 1), QuestionForm::who_next, 1));
  CHECK_FALSE(question_at(trace, states.at(trace.size() - 1), QuestionForm::how_long, 1));
  for (const std::uint32_t stop : trace.stops()) {
    const State& state = states.at(stop);
    if (state.running != kNoTask) {
      CHECK_FALSE(question_at(trace, state, QuestionForm::who_next, 1));
    }
  }
}

}  // namespace
}  // namespace interleave
