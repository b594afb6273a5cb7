#include "app/session/prediction.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

constexpr std::size_t kMostTyped = 9;

}  // namespace

bool Prediction::masks() const {
  const auto asked = runs.find(run);
  const bool fresh = asked == runs.end();
  if (!on || (!fresh && asked->second.skipped)) {
    return false;
  }
  if (form == QuestionForm::how_long) {
    return fresh || asked->second.settled.empty();
  }
  const bool is_last = how_often == HowOften::interesting && !fresh &&
                       asked->second.count >= kMostQuestions && stage == Stage::none;
  return !is_last;
}

bool Prediction::is_open(Seq seq) const {
  const auto found = runs.find(run);
  if (found == runs.end()) {
    return true;
  }
  const Asked& asked = found->second;
  if (asked.skipped || asked.settled.count(seq) > 0) {
    return false;
  }
  if (form == QuestionForm::how_long) {
    return asked.settled.empty();  // it is one question for the whole run
  }
  return how_often != HowOften::interesting || asked.count < kMostQuestions;
}

std::uint32_t Prediction::votes_for(std::size_t choice) const {
  return static_cast<std::uint32_t>(std::count(ballots.begin(), ballots.end(), choice));
}

std::optional<std::int64_t> Prediction::typed_ns() const {
  double seconds = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, error] = std::from_chars(typed.data(), end, seconds);
  if (error != std::errc() || rest != end || !(seconds >= 0)) {
    return std::nullopt;
  }
  return std::llround(seconds * 1e9);
}

bool Prediction::has_answer() const {
  return votes && question.form != QuestionForm::how_long
             ? !ballots.empty()
             : selected.has_value() || typed_ns().has_value();
}

std::string Prediction::answer_words(const Trace& trace) const {
  if (!ballots.empty()) {
    std::string text;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      if (const std::uint32_t count = votes_for(i); count > 0) {
        text +=
            (text.empty() ? "" : "; ") + question.choices[i].words + " " + std::to_string(count);
      }
    }
    return text;
  }
  if (selected) {
    return lane != kNoTask ? words::task(trace, lane) : question.choices[*selected].words;
  }
  const auto number = typed_ns();
  return number ? seconds_text(*number) : std::string();
}

void Prediction::ask(Question asked) {
  clear();
  question = std::move(asked);
  stage = Stage::asking;
}

bool Prediction::choose(std::size_t choice, TaskId of_lane) {
  if (choice >= question.choices.size()) {
    return false;
  }
  if (votes && question.form != QuestionForm::how_long) {
    ballots.push_back(choice);
    return false;
  }
  if (selected == choice && lane == of_lane) {
    return true;
  }
  selected = choice;
  lane = of_lane;
  typed.clear();
  return false;
}

bool Prediction::choose_key(char key) {
  const auto& choices = question.choices;
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [key](const Choice& choice) { return choice.key == key; });
  return choose(static_cast<std::size_t>(found - choices.begin()), kNoTask);
}

void Prediction::type(char letter) {
  if (letter == '\b') {
    take_back();
    return;
  }
  const bool digit = letter >= '0' && letter <= '9';
  const bool point = letter == '.' && typed.find('.') == std::string::npos;
  if ((digit || point) && typed.size() < kMostTyped) {
    typed += point && typed.empty() ? "0." : std::string(1, letter);
    selected.reset();
  }
}

void Prediction::take_back() {
  if (!ballots.empty()) {
    ballots.pop_back();
  } else if (!typed.empty()) {
    typed.pop_back();
  } else {
    selected.reset();
  }
}

void Prediction::clear() {
  selected.reset();
  lane = kNoTask;
  typed.clear();
  ballots.clear();
  why_not.clear();
}

void Prediction::confirm(const Trace& trace) {
  if (stage != Stage::asking || !has_answer()) {
    return;
  }
  if (!ballots.empty()) {
    // The class's answer is what most said; the first of those that are even.
    std::size_t most = 0;
    for (std::size_t i = 1; i < question.choices.size(); ++i) {
      most = votes_for(i) > votes_for(most) ? i : most;
    }
    selected = most;
  }
  if (selected) {
    why_not = question.choices[*selected].why_not;
    settle(*selected == question.truth ? Verdict::right : Verdict::wrong);
    return;
  }
  const std::int64_t answer_ns = typed_ns().value_or(0);
  if (question.truth < question.choices.size()) {
    why_not = "No number is right here.";
    settle(Verdict::wrong);
    return;
  }
  const Nearness near = nearness(answer_ns, question.truth_ns);
  why_not = near == Nearness::right ? std::string() : why_not_so_long(trace, answer_ns);
  settle(near == Nearness::right  ? Verdict::right
         : near == Nearness::near ? Verdict::near
                                  : Verdict::wrong);
}

void Prediction::tell() {
  if (stage == Stage::asking) {
    clear();
    settle(Verdict::shown);
  }
}

void Prediction::settle(Verdict decided) {
  verdict = decided;
  Asked& asked = runs[run];
  asked.settled.insert(question.seq);
  ++asked.count;
  stage = Stage::revealing;
  reveal_ns = 0;
}

void Prediction::drop() {
  clear();
  stage = Stage::none;
}

void Prediction::go_on() {
  clear();
  stage = Stage::none;
  if (how_often == HowOften::only_here) {
    on = false;
  }
}

}  // namespace interleave
