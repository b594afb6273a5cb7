#include "app/session/session.h"

#include <algorithm>
#include <cmath>

#include "app/session/applier.h"
#include "app/session/file_scenario.h"
#include "app/session/parameter_words.h"
#include "app/timeline/layout.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

/// So much of a program is run before the first picture of it; the rest goes on a frame at a time.
constexpr std::uint64_t kFirstHandles = 20'000;
constexpr std::uint64_t kHandlesPerTick = 5'000;
constexpr std::int64_t kPulse_ns = 300'000'000;
constexpr std::size_t kHistoryLimit = 500;
constexpr const char* kFirstScenario = "boiling-water";

/// Commands that come in streams (a drag, a wheel) are one change together: its name, else empty.
std::string change_of(const Command& command) {
  if (const auto* param = std::get_if<command::SetParam>(&command)) {
    return param->dragging ? "param " + param->name : std::string();
  }
  if (std::holds_alternative<command::Zoom>(command)) {
    return "zoom";
  }
  if (std::holds_alternative<command::Pan>(command)) {
    return "pan";
  }
  if (std::holds_alternative<command::FilterLanes>(command)) {
    return "filter";
  }
  return {};
}

}  // namespace

std::vector<std::string> first_modes(const Scenario& scenario) {
  const std::string& first = scenario.modes.front().id;
  if (first == scenario.default_mode) {
    return {first};
  }
  return {first, scenario.default_mode};
}

std::vector<std::string> ViewState::modes() const {
  std::vector<std::string> result;
  for (const RunChoice& run : runs) {
    result.push_back(run.mode);
  }
  return result;
}

void ViewState::set_modes(const std::vector<std::string>& modes) {
  runs.clear();
  for (const std::string& mode : modes) {
    runs.push_back({mode, std::nullopt, false});
  }
}

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

// It is no change of the view by hand: history leaves it out.
void Session::keep_playhead_in_view() {
  if (view_.to == 0) {
    return;
  }
  const double at = axis_value(focused().trace(), view_.axis, playhead());
  if (at >= view_.from && at <= view_.to) {
    return;
  }
  const AxisStretch shown = shown_stretch();
  const double width = view_.to - view_.from;
  // There is more to see on the side where it goes on to.
  Applier{*this}.show({at - 0.25 * width, at + 0.75 * width});
  if (!preferences_.reduced_motion) {
    motion_.go(shown, wanted_stretch());
  }
}

double Session::axis_extent() { return full_extent(timeline_view(1000, 1000, 1)); }

AxisStretch Session::wanted_stretch() {
  if (view_.from == 0 && view_.to == 0) {
    return {0, axis_extent()};
  }
  return {view_.from, view_.to};
}

AxisStretch Session::shown_stretch() {
  return motion_.moving() ? motion_.shown() : wanted_stretch();
}

// What is on screen eases to another stretch of the same picture; another picture is there at once.
void Session::follow_view(const ViewState& before, const AxisStretch& shown,
                          const Command& command) {
  const bool same_picture = before.scenario == view_.scenario && before.runs == view_.runs &&
                            before.settings == view_.settings && before.axis == view_.axis;
  const auto* pan = std::get_if<command::Pan>(&command);
  if (!same_picture || preferences_.reduced_motion || (pan != nullptr && pan->dragging)) {
    motion_.stop();
  } else if (before.from != view_.from || before.to != view_.to) {
    motion_.go(shown, wanted_stretch());
  }
  const bool beyond = !prediction_.masks() && view_.to > axis_extent();
  if (view_.to != 0 && (!same_picture || beyond)) {
    // The run may have become shorter, or nothing masks any more how short it is.
    Applier{*this}.show({view_.from, view_.to});
  }
}

std::string Session::run_name(std::size_t run) const {
  const auto of_mode =
      std::count_if(runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(run),
                    [&](const auto& each) { return each->mode() == runs_[run]->mode(); });
  return runs_[run]->mode() + (of_mode > 0 ? " " + std::to_string(of_mode + 1) : std::string());
}

void Session::remember(const ViewState& before, const Command& command) {
  if (std::holds_alternative<command::Undo>(command) ||
      std::holds_alternative<command::Redo>(command)) {
    change_.clear();
    return;
  }
  if (std::holds_alternative<command::ScrollLanes>(command)) {
    return;  // goes along with a drag
  }
  const std::string change = change_of(command);
  if (!(view_ == before)) {
    if (change.empty() || change != change_) {
      undo_.push_back(before);
      if (undo_.size() > kHistoryLimit) {
        undo_.erase(undo_.begin());
      }
    }
    redo_.clear();
    change_ = change;
  } else if (change != change_) {
    change_.clear();  // what changed nothing begins no change either
  }
}

void Session::go_back_in(std::vector<ViewState>& from, std::vector<ViewState>& onto) {
  if (from.empty()) {
    return;
  }
  onto.push_back(view_);
  const ViewState view = from.back();
  from.pop_back();
  restore(view);
}

Settings Session::settings_of(std::size_t run) const {
  const RunChoice& choice = view_.runs[run];
  const Settings& given = choice.own ? choice.own->settings : view_.settings;
  Settings settings = scenario_->adapted(choice.mode, given);
  for (const std::string& name : choice.own ? choice.own->chosen : view_.chosen) {
    settings.set(name, given[name]);
  }
  return settings;
}

std::vector<std::size_t> Session::edited_runs() const {
  if (view_.runs[view_.focus].own) {
    return {view_.focus};
  }
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i < view_.runs.size(); ++i) {
    if (!view_.runs[i].own) {
      runs.push_back(i);
    }
  }
  return runs;
}

const Settings& Session::edited_settings() const {
  const RunChoice& run = view_.runs[view_.focus];
  return run.own ? run.own->settings : view_.settings;
}

std::size_t Session::run_with(const Parameter& parameter) const {
  const auto& runs = view_.runs;
  const auto having = std::find_if(runs.begin(), runs.end(), [&parameter](const RunChoice& run) {
    return parameter.is_in(run.mode);
  });
  const bool in_another = !parameter.is_in(runs[view_.focus].mode) && having != runs.end();
  return in_another ? static_cast<std::size_t>(having - runs.begin()) : view_.focus;
}

double Session::value_of(const Parameter& parameter) const {
  return settings_of(run_with(parameter))[parameter.name];
}

bool Session::is_shown(const Parameter& parameter) const {
  return std::any_of(view_.runs.begin(), view_.runs.end(),
                     [&parameter](const RunChoice& run) { return parameter.is_in(run.mode); });
}

std::string Session::run_words(std::size_t run) const {
  const std::string& mode = view_.runs[run].mode;
  const Settings settings = settings_of(run);
  std::vector<std::string> parts;
  for (const Parameter& parameter : scenario_->parameters) {
    bool differs = false;
    for (std::size_t i = 0; i < view_.runs.size(); ++i) {
      const bool twin = i != run && view_.runs[i].mode == mode;
      differs = differs || (twin && settings_of(i)[parameter.name] != settings[parameter.name]);
    }
    if (differs && parameter.is_in(mode)) {
      parts.push_back(parameter.label + " " + value_words(parameter, settings[parameter.name]));
    }
  }
  return words::list(parts, 3);
}

void Session::rerun() {
  drawing_.on = false;  // its run goes
  const bool same_scenario = !runs_.empty() && runs_.front()->scenario().id == view_.scenario;
  const std::vector<Anchor> places =
      compared_.apart && same_scenario ? places_apart() : std::vector<Anchor>();
  std::vector<std::unique_ptr<Run>> old = std::move(runs_);
  runs_.clear();
  for (std::size_t i = 0; i < view_.runs.size(); ++i) {
    const std::string& mode = view_.runs[i].mode;
    Settings settings = settings_of(i);
    const auto kept = std::find_if(old.begin(), old.end(), [&](const std::unique_ptr<Run>& run) {
      return run != nullptr && same_scenario && run->mode() == mode && run->settings() == settings;
    });
    if (kept != old.end()) {
      runs_.push_back(std::move(*kept));
      continue;
    }
    if (std::unique_ptr<Run> file = opened_files_.take(scenario_->id)) {
      runs_.push_back(std::move(file));
      continue;
    }
    runs_.push_back(std::make_unique<Run>(*scenario_, mode, std::move(settings)));
    runs_.back()->advance(kFirstHandles);
  }
  for (std::unique_ptr<Run>& run : old) {
    if (run != nullptr && run->reader() != nullptr) {
      run->stop_reading();
      opened_files_.put(std::move(run));
    }
  }
  playheads_.assign(runs_.size(), 0);
  for (std::size_t i = 0; i < std::min(places.size(), runs_.size()); ++i) {
    playheads_[i] = find_anchor(runs_[i]->trace(), places[i]);
  }
  opened_instants_.clear();
  compare_runs();
}

std::vector<Anchor> Session::places_apart() const {
  std::vector<Anchor> places;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    places.push_back(anchor_of(runs_[i]->trace(), playheads_[i]));
  }
  return places;
}

void Session::compare_runs() {
  comparisons_.clear();
  partings_.clear();
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    comparisons_.push_back(compare(runs_[0]->trace(), runs_[i]->trace()));
    partings_.push_back(first_difference(runs_[0]->trace(), runs_[i]->trace()));
  }
}

const std::vector<Comparison>& Session::comparisons() const {
  static const std::vector<Comparison> none;
  return masked() ? none : comparisons_;
}

const std::vector<std::optional<Parting>>& Session::partings() const {
  static const std::vector<std::optional<Parting>> none;
  return masked() ? none : partings_;
}

std::optional<Seq> Session::parts_at(std::size_t run) const {
  if (partings().empty()) {
    return std::nullopt;
  }
  if (run > 0) {
    return partings_[run - 1] ? std::optional(partings_[run - 1]->other) : std::nullopt;
  }
  const auto& with = partings_[std::max<std::size_t>(view_.focus, 1) - 1];
  return with ? std::optional(with->baseline) : std::nullopt;
}

void Session::stand_on(Seq seq) {
  const Trace& trace = focused().trace();
  seq = std::min<Seq>(seq, trace.size() - 1);
  const bool moved = seq != playhead();
  lane_chosen_ = lane_chosen_ && !moved;
  const bool same_instant = moved && playhead() != 0 && trace[seq].t_ns == trace[playhead()].t_ns;
  pulse_ = same_instant && !preferences_.reduced_motion ? 1.0F : 0.0F;
  for (std::size_t i = 0; i < runs_.size() && !compared_.apart; ++i) {
    playheads_[i] = seq == 0 ? 0 : runs_[i]->trace().last_at(trace[seq].t_ns);
  }
  playheads_[view_.focus] = seq;
}

void Session::stop_playing() {
  playing_ = false;
  play_left_ns_ = 0;
}

bool Session::driving() const {
  return std::any_of(runs_.begin(), runs_.end(), [](const auto& run) { return !run->ended(); });
}

bool Session::drive() {
  bool changed = false;
  for (const auto& run : runs_) {
    if (!run->ended()) {
      const Seq before = run->trace().size();
      run->advance(kHandlesPerTick);
      changed = changed || run->trace().size() != before;
    }
  }
  if (changed) {
    compare_runs();
  }
  return changed;
}

bool Session::play(std::int64_t elapsed_ns) {
  const Trace& trace = focused().trace();
  play_left_ns_ -= static_cast<double>(elapsed_ns) * preferences_.speed;
  bool moved = false;
  while (playing_ && play_left_ns_ <= 0) {
    const Seq next = next_stop(trace, playhead());
    if (next == playhead()) {
      stop_playing();
      return true;
    }
    stand_on(next);
    keep_playhead_in_view();
    moved = true;
    if (Applier{*this}.ask_here()) {
      return true;
    }
    const Seq after = next_stop(trace, next);
    play_left_ns_ += static_cast<double>(rest_ns(view_.axis, trace[next].t_ns, trace[after].t_ns));
  }
  return moved;
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

std::int64_t rest_ns(Axis axis, std::int64_t from_ns, std::int64_t to_ns) {
  constexpr std::int64_t kStepRest_ns = 800'000'000;
  constexpr std::int64_t kLeast_ns = 400'000'000;
  constexpr std::int64_t kMost_ns = 2'000'000'000;
  return axis == Axis::steps ? kStepRest_ns : std::clamp(to_ns - from_ns, kLeast_ns, kMost_ns);
}

void Session::set_preferences(const Preferences& preferences) { preferences_ = preferences; }

namespace {

/// Leaves of kept settings what the scenario has, within its bounds.
void fit_to(const Scenario& scenario, Settings& settings, std::set<std::string>& chosen) {
  Settings fitting = scenario.defaults();
  std::erase_if(chosen,
                [&](const std::string& name) { return scenario.parameter(name) == nullptr; });
  for (const auto& [name, value] : settings.values()) {
    if (const Parameter* parameter = scenario.parameter(name)) {
      fitting.set(name, std::clamp(value, parameter->min, parameter->max));
    }
  }
  settings = std::move(fitting);
}

}  // namespace

void Session::restore(const ViewState& view) {
  const Scenario* scenario = scenario_named(view.scenario);
  if (scenario == nullptr) {
    return;
  }
  const bool same_scenario = scenario == scenario_;
  const Anchor anchor = anchor_of(focused().trace(), playhead());
  scenario_ = scenario;
  ViewState next = view;
  std::erase_if(next.runs,
                [&](const RunChoice& run) { return scenario->mode(run.mode) == nullptr; });
  next.runs.resize(std::min(next.runs.size(), kMostRuns));
  if (next.runs.empty()) {
    next.set_modes(first_modes(*scenario));
    next.focus = next.runs.size() - 1;
  }
  next.focus = std::min(next.focus, next.runs.size() - 1);
  fit_to(*scenario, next.settings, next.chosen);
  for (RunChoice& run : next.runs) {
    if (run.own) {
      fit_to(*scenario, run.own->settings, run.own->chosen);
    }
  }
  view_ = std::move(next);
  if (!is_file_id(scenario_->id)) {
    visited_.insert(scenario_->id);
  }
  stop_playing();
  rerun();
  if (same_scenario) {
    stand_on(find_anchor(focused().trace(), anchor));
  } else {
    selected_task_ = kNoTask;
    span_.reset();
    mark_ns_.reset();
    scroll_y_ = 0;
  }
  selected_run_ = view_.focus;
}

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

TimelineView Session::timeline_view(float width, float height, float scale) {
  TimelineView view;
  view.axis = view_.axis;
  view.width = width;
  view.height = height;
  view.scroll_y = scroll_y_;
  view.scale = scale;
  view.from = motion_.moving() ? motion_.shown().from : view_.from;
  view.to = motion_.moving() ? motion_.shown().to : view_.to;
  view.filter.text = view_.lanes.filter;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Mode& mode = *scenario_->mode(runs_[i]->mode());
    RunView run;
    run.trace = &runs_[i]->trace();
    if (runs_.size() > 1) {
      run.badge = std::string(1, static_cast<char>('A' + i));
    }
    run.title = mode.title;
    run.subtitle = run_words(i);
    if (run.subtitle.empty() && view_.runs[i].own) {
      run.subtitle = "a copy: the sliders move it alone";
    }
    if (run.subtitle.empty()) {
      run.subtitle = mode.subtitle;
      run.subtitle_is_code = mode.subtitle_is_code;
    }
    run.playhead = playheads_[i];
    run.folded_run = view_.runs[i].folded;
    run.parts_at = parts_at(i);
    run.state = &runs_[i]->states().at(playheads_[i]);
    put_choices(view_.lanes, run_name(i), run);
    view.runs.push_back(std::move(run));
  }
  view.comparisons = comparisons();
  view.mask = prediction_.masks();
  view.selected_run = selected_task_ == kNoTask ? view_.focus : selected_run_;
  view.selected_task = selected_task_;
  view.veil = preferences_.veil;
  view.opened_instants = opened_instants_;
  view.show_handles = true;
  view.pulse = pulse_;
  return view;
}

}  // namespace interleave
