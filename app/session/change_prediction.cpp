// Asking what comes next: when a question is asked, what is held back while it is open, and how the
// truth is played.

#include <algorithm>
#include <array>
#include <charconv>

#include "app/session/applier.h"
#include "app/trace/stops.h"

namespace interleave {

namespace {

using Stage = Prediction::Stage;

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), result.ptr};
}

/// "page_time=0.2 pages=4".
std::string parameters_text(const Settings& settings) {
  std::string text;
  for (const auto& [name, value] : settings.values()) {
    text += (text.empty() ? "" : " ") + name + "=" + number_text(value);
  }
  return text;
}

template <class... Kinds>
bool is_one_of(const Command& command) {
  return (std::holds_alternative<Kinds>(command) || ...);
}

/// Commands that might go past a question that is open. Going back to look is free.
bool goes_forward(const Command& command) {
  if (const auto* step = std::get_if<command::Step>(&command)) {
    return step->count > 0;
  }
  if (const auto* step = std::get_if<command::StepEvent>(&command)) {
    return step->count > 0;
  }
  if (const auto* step = std::get_if<command::StepIteration>(&command)) {
    return step->count > 0;
  }
  if (const auto* step = std::get_if<command::StepOfTask>(&command)) {
    return step->count > 0;
  }
  return is_one_of<command::ToEnd, command::PlayPause, command::GoTo, command::GoToStep,
                   command::GoToTime>(command);
}

}  // namespace

Session::Applier::Place Session::Applier::place() const {
  const Run& run = s.focused();
  return {s.view_.scenario + " " + run.mode() + " " + parameters_text(run.settings()),
          s.playhead()};
}

bool Session::Applier::taken_by_question(const Command& command) const {
  Prediction& prediction = s.prediction_;
  switch (prediction.stage) {
    case Stage::none:
      return false;
    case Stage::asking:
      if (const auto* select = std::get_if<command::SelectTask>(&command)) {
        if (select->run == s.view_.focus && select->task != kNoTask) {
          (*this)(command::AnswerLane{select->task});
        }
        return true;
      }
      return goes_forward(command);
    case Stage::revealing:
    case Stage::told:
      break;
  }
  if (!goes_forward(command)) {
    return false;
  }
  play_reveal(kReveal_ns);
  if (!is_one_of<command::Step, command::PlayPause>(command)) {
    prediction.go_on();
    return false;
  }
  if (prediction.stage != Stage::told) {
    return true;
  }
  prediction.go_on();
  // Where the truth was told to, the next question may be waiting.
  return ask_here();
}

void Session::Applier::follow_place(const Place& before) const {
  Prediction& prediction = s.prediction_;
  const Place now = place();
  const bool other_run = now.run != before.run || now.run != prediction.run;
  prediction.run = now.run;
  if (prediction.stage == Stage::asking && (other_run || now.seq != prediction.question.seq)) {
    prediction.drop();
  } else if (prediction.stage == Stage::told &&
             (other_run || now.seq != prediction.question.reveal_to)) {
    prediction.go_on();
  } else if (prediction.stage == Stage::revealing && other_run) {
    prediction.go_on();
  }
  const bool forward = !other_run && now.seq > before.seq;
  const bool new_length = prediction.form == QuestionForm::how_long && other_run && !s.anchor_;
  if (forward || new_length) {
    ask_here();
  }
}

bool Session::Applier::ask_here() const {
  Prediction& prediction = s.prediction_;
  const Seq seq = s.playhead();
  if (!prediction.on || prediction.stage != Stage::none || !prediction.is_open(seq)) {
    return false;
  }
  Run& run = s.focused();
  run.finish();  // the truth has to be there
  const Trace& trace = run.whole();
  const State& state = run.states().at(seq);
  const auto stops = trace.stops();
  const bool anywhere = prediction.form == QuestionForm::how_long;
  if (!anywhere && seq != 0 && !std::binary_search(stops.begin(), stops.end(), seq)) {
    return false;
  }
  const bool only_interesting = !anywhere && prediction.how_often == HowOften::interesting;
  if (only_interesting && !is_interesting(trace, state)) {
    return false;
  }
  auto question = question_at(trace, state, prediction.form, seq);
  if (!question) {
    return false;
  }
  s.stop_playing();
  prediction.ask(std::move(*question));
  return true;
}

bool Session::Applier::play_reveal(std::int64_t elapsed_ns) const {
  Prediction& prediction = s.prediction_;
  if (prediction.stage != Stage::revealing) {
    return false;
  }
  prediction.reveal_ns += s.preferences_.reduced_motion ? kReveal_ns : elapsed_ns;
  const Question& question = prediction.question;
  if (prediction.reveal_ns >= kReveal_ns) {
    prediction.reveal_ns = kReveal_ns;
    prediction.stage = Stage::told;
    s.stand_on(question.reveal_to);
    s.pulse_ = 0;
    return true;
  }
  const double part = static_cast<double>(prediction.reveal_ns) / static_cast<double>(kReveal_ns);
  const auto way = static_cast<double>(question.reveal_to - question.seq);
  s.stand_on(question.seq + static_cast<Seq>(way * part));
  return true;
}

void Session::Applier::operator()(const command::SetPrediction& c) const {
  Prediction& prediction = s.prediction_;
  prediction.form = c.form.value_or(prediction.form);
  prediction.how_often = c.how_often.value_or(prediction.how_often);
  prediction.votes = c.votes.value_or(prediction.votes);
}

void Session::Applier::operator()(const command::StartPrediction& /*c*/) const {
  Prediction& prediction = s.prediction_;
  if (prediction.stage != Stage::none) {
    prediction.drop();
  }
  prediction.on = true;
  prediction.choosing = false;
  prediction.run = place().run;
  prediction.runs[prediction.run].skipped = false;
  ask_here();
}

void Session::Applier::operator()(const command::StopPrediction& /*c*/) const {
  s.prediction_.drop();
  s.prediction_.on = false;
  s.prediction_.choosing = false;
}

void Session::Applier::operator()(const command::Answer& c) const {
  if (s.prediction_.asking() && s.prediction_.choose_key(c.key)) {
    (*this)(command::ConfirmAnswer{});
  }
}

void Session::Applier::operator()(const command::AnswerLane& c) const {
  Prediction& prediction = s.prediction_;
  if (!prediction.asking()) {
    return;
  }
  const std::size_t choice = choice_of(prediction.question, c.task);
  if (choice >= prediction.question.choices.size()) {
    return;
  }
  const bool other = prediction.question.choices[choice].what == Choice::What::another;
  if (prediction.choose(choice, other ? c.task : kNoTask)) {
    (*this)(command::ConfirmAnswer{});
  }
}

void Session::Applier::operator()(const command::TypeAnswer& c) const {
  Prediction& prediction = s.prediction_;
  if (!prediction.asking()) {
    return;
  }
  if (prediction.question.form == QuestionForm::how_long) {
    prediction.type(c.letter);
  } else if (c.letter == '\b') {
    prediction.take_back();
  }
}

void Session::Applier::operator()(const command::ConfirmAnswer& /*c*/) const {
  Prediction& prediction = s.prediction_;
  if (!prediction.asking()) {
    return;
  }
  if (!prediction.has_answer()) {
    if (s.presenting_.on) {
      (*this)(command::RevealAnswer{});  // a clicker's Enter
    }
    return;
  }
  const std::string answer = prediction.answer_words(s.focused().whole());
  prediction.confirm(s.focused().whole());
  enter_tally();
  prediction.tally.back().answer = answer;
}

void Session::Applier::operator()(const command::RevealAnswer& /*c*/) const {
  if (s.prediction_.asking()) {
    s.prediction_.tell();
    enter_tally();
  }
}

void Session::Applier::operator()(const command::SkipQuestion& c) const {
  Prediction& prediction = s.prediction_;
  if (!prediction.asking()) {
    return;
  }
  prediction.tell();
  prediction.verdict = Verdict::skipped;
  enter_tally();
  prediction.go_on();
  prediction.runs[prediction.run].skipped = c.rest_of_run;
}

void Session::Applier::operator()(const command::FlipTally& /*c*/) const {
  s.prediction_.tally_shown = !s.prediction_.tally_shown;
}

void Session::Applier::enter_tally() const {
  Prediction& prediction = s.prediction_;
  const Run& run = s.focused();
  TallyRow row;
  row.time_s = s.clock_();
  row.scenario = s.view_.scenario;
  row.mode = run.mode();
  row.parameters = parameters_text(run.settings());
  row.seq = prediction.question.seq;
  row.question = prediction.question.words;
  for (const Choice& choice : prediction.question.choices) {
    row.choices.push_back(choice.words);
  }
  row.truth = prediction.question.truth_words();
  row.verdict = prediction.verdict;
  prediction.tally.push_back(std::move(row));
}

}  // namespace interleave
