#include "app/session/session.h"

#include <algorithm>

#include "app/session/applier.h"
#include "app/session/file_scenario.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

constexpr std::int64_t kPulse_ns = 300'000'000;
constexpr const char* kFirstScenario = "boiling-water";

}  // namespace

Session::Session() {
  const Scenario* first = find_scenario(kFirstScenario);
  scenario_ = first != nullptr ? first : &catalogue().front();
  view_.scenario = scenario_->id;
  view_.set_modes(first_modes(*scenario_));
  view_.focus = view_.runs.size() - 1;
  view_.settings = scenario_->defaults();
  visited_.insert(scenario_->id);
  rerun();
}

struct Session::Unmasked {
  explicit Unmasked(Session& of) : session(of) {
    for (const auto& run : session.runs_) {
      run->unmask();
    }
  }
  ~Unmasked() { session.mask(); }
  Unmasked(const Unmasked&) = delete;
  Unmasked& operator=(const Unmasked&) = delete;
  Session& session;
};

void Session::mask() {
  if (!prediction_.masks()) {
    return;
  }
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    runs_[i]->mask_after(playheads_[i]);
  }
  compared_.explained = false;
}

void Session::apply(const Command& command) {
  const Unmasked unmasked(*this);
  const Applier applier{*this};
  if (applier.taken_by_question(command)) {
    return;
  }
  const auto place = applier.place();
  const ViewState before = view_;
  const AxisStretch shown = shown_stretch();
  const Seq stood = playhead();
  const Card card_before = card();
  std::visit(applier, command);
  remember(before, command);
  follow_view(before, shown, command);
  if (before.scenario != view_.scenario) {
    cards_ = {};
    if (!is_file_id(view_.scenario)) {
      note_use(recent_, scenario_entry(view_.scenario));
    }
  } else if (const auto* step = std::get_if<command::Step>(&command)) {
    cards_.stepped(card_before, stood, playhead(), step->count);
  } else {
    cards_.moved(stood, playhead());
  }
  if (playhead() != stood) {
    keep_playhead_in_view();
  }
  applier.follow_place(place);
}

bool Session::tick(std::int64_t elapsed_ns) {
  if (!animating()) {
    return false;
  }
  const Unmasked unmasked(*this);
  bool changed = read_opening();
  changed = (driving() && drive()) || changed;
  file_has_ended();
  changed = Applier{*this}.play_reveal(elapsed_ns) || changed;
  if (playing_) {
    changed = play(elapsed_ns) || changed;
  }
  if (motion_.moving()) {
    changed = motion_.advance(elapsed_ns) || changed;
    if (!motion_.moving()) {
      change_.clear();  // what comes after it has come to rest is another gesture
    }
  }
  if (pulse_ > 0) {
    pulse_ -= static_cast<float>(elapsed_ns) / static_cast<float>(kPulse_ns);
    pulse_ = std::max(pulse_, 0.0F);
    changed = true;
  }
  return changed;
}

bool Session::animating() const {
  return playing_ || pulse_ > 0 || motion_.moving() || driving() || opening_ ||
         prediction_.stage == Prediction::Stage::revealing;
}

void Session::set_preferences(const Preferences& preferences) { preferences_ = preferences; }

Card Session::card() const {
  const Trace& trace = runs_[view_.focus]->trace();
  return cards_.shown(*scenario_, playhead(), trace.complete() ? trace.size() - 1 : 0);
}

bool Session::shown(command::Toggle what) const {
  switch (what) {
    case command::Toggle::listing:
      return preferences_.show_listing;
    case command::Toggle::output:
      return preferences_.show_output;
    case command::Toggle::why:
      return preferences_.why;
    case command::Toggle::veil:
      return preferences_.veil;
    case command::Toggle::help:
      return help_;
    case command::Toggle::full_screen:
      return full_screen_;
    case command::Toggle::export_dialogue:
      return export_dialogue_;
    case command::Toggle::goto_dialogue:
      return goto_dialogue_;
    case command::Toggle::prediction:
      return prediction_.choosing;
    case command::Toggle::tally_dialogue:
      return tally_dialogue_;
    case command::Toggle::cpp_listing:
      return preferences_.cpp_listing;
    case command::Toggle::presentation:
      return presenting_.on;
    case command::Toggle::blank:
      return presenting_.blank;
    case command::Toggle::reduced_motion:
      return preferences_.reduced_motion;
    case command::Toggle::lane_filter:
      return lane_filter_;
    case command::Toggle::palette:
      return palette_;
    case command::Toggle::open_dialogue:
      return open_dialogue_;
  }
  return false;
}

std::string Session::title_of_scenario() const {
  return is_file_id(scenario_->id) ? scenario_->short_title : scenario_->id;
}

std::string Session::title() {
  if (drawing_.on) {  // how many steps there are is not told yet
    return title_of_scenario() + " · " + view_.runs[drawing_.run].mode + " · draw it – Interleave";
  }
  const Trace& trace = focused().trace();
  const State& now = state();
  const bool counted = !masked() || trace.complete();
  const auto of = [counted](std::uint64_t count) {
    return counted ? "/" + std::to_string(count) : std::string();
  };
  return title_of_scenario() + " · " + view_.runs[view_.focus].mode + " · step " +
         std::to_string(std::min(now.step, trace.step_count())) + of(trace.step_count()) +
         " · event " + std::to_string(playhead() + 1) + of(trace.size()) + " · " +
         seconds_text(now.t_ns) + " – Interleave";
}

}  // namespace interleave
