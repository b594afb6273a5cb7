#include <algorithm>

#include "app/session/applier.h"

namespace interleave {

namespace {

/// Alone, a run has the parameters that are shared: there is nothing to hold it against.
void share_if_alone(ViewState& view) {
  if (view.runs.size() == 1 && view.runs.front().own) {
    view.settings = view.runs.front().own->settings;
    view.chosen = view.runs.front().own->chosen;
    view.runs.front().own.reset();
  }
}

}  // namespace

/// Shows other runs, the focused one with its playhead where it stood. A run that stays in focus is
/// found by its stop, another by the time.
void Session::Applier::choose_runs(std::vector<RunChoice> runs, std::size_t focus) const {
  const Anchor anchor = anchor_of(s.focused().trace(), s.playhead());
  const bool same = s.focused().mode() == runs[focus].mode;
  const bool apart = s.compared_.apart && runs.size() > 1;
  s.compared_.apart = false;
  s.view_.runs = std::move(runs);
  s.view_.focus = focus;
  share_if_alone(s.view_);
  s.compared_.explained = s.compared_.explained && s.view_.runs.size() > 1;
  forget_places();
  s.rerun();
  const Trace& trace = s.focused().trace();
  const bool by_time = !same && !anchor.at_start;
  s.stand_on(by_time ? trace.last_at(anchor.t_ns) : find_anchor(trace, anchor));
  s.compared_.apart = apart;
}

void Session::Applier::operator()(const command::FocusRun& c) const {
  if (c.run >= s.runs_.size() || c.run == s.view_.focus) {
    return;
  }
  s.stop_playing();
  s.view_.focus = c.run;
  if (s.selected_run_ != c.run) {
    s.selected_run_ = c.run;
    s.selected_task_ = kNoTask;
  }
  s.stand_on(s.playhead());
}

void Session::Applier::operator()(const command::FocusNextRun& c) const {
  const auto count = static_cast<int>(s.runs_.size());
  const int next = ((static_cast<int>(s.view_.focus) + c.delta) % count + count) % count;
  (*this)(command::FocusRun{static_cast<std::size_t>(next)});
}

void Session::Applier::operator()(const command::ToggleMode& c) const {
  if (s.scenario_->mode(c.id) == nullptr) {
    return;
  }
  const auto& runs = s.view_.runs;
  const auto last = std::find_if(runs.rbegin(), runs.rend(),
                                 [&](const RunChoice& run) { return run.mode == c.id; });
  if (last != runs.rend()) {
    (*this)(command::RemoveRun{static_cast<std::size_t>(runs.rend() - last) - 1});
  } else if (runs.size() >= kMostRuns) {
    s.set_notice("Four runs at most stand side by side: take one out first.");
  } else {
    std::vector<RunChoice> more = runs;
    more.push_back({c.id, std::nullopt, false});
    const std::size_t focus = more.size() - 1;
    choose_runs(std::move(more), focus);
  }
}

void Session::Applier::operator()(const command::CopyRun& /*c*/) const {
  if (s.scenario_->make == nullptr) {
    s.set_notice("A recording from a file has no parameters that a copy could have others of.");
    return;
  }
  const auto& view = s.view_;
  if (view.runs.size() >= kMostRuns) {
    s.set_notice("Four runs at most stand side by side: take one out first.");
    return;
  }
  RunChoice copy = view.runs[view.focus];
  if (!copy.own) {
    copy.own = ChosenSettings{view.settings, view.chosen};
  }
  copy.folded = false;
  std::vector<RunChoice> runs = view.runs;
  const std::size_t place = view.focus + 1;
  runs.insert(runs.begin() + static_cast<std::ptrdiff_t>(place), std::move(copy));
  choose_runs(std::move(runs), place);
}

void Session::Applier::operator()(const command::RemoveRun& c) const {
  const std::size_t which = c.run.value_or(s.view_.focus);
  if (s.view_.runs.size() < 2 || which >= s.view_.runs.size()) {
    return;
  }
  std::vector<RunChoice> runs = s.view_.runs;
  runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(which));
  std::size_t focus = s.view_.focus;
  if (which < focus || focus >= runs.size()) {
    --focus;
  }
  choose_runs(std::move(runs), focus);
}

void Session::Applier::operator()(const command::ToggleComparison& /*c*/) const {
  const auto& runs = s.view_.runs;
  if (runs.size() > 1) {
    choose_runs({runs[s.view_.focus]}, 0);
    return;
  }
  // Beside what is shown: the first mode, or if that is shown already, the default, or the next.
  std::vector<std::string> candidates = first_modes(*s.scenario_);
  for (const Mode& mode : s.scenario_->modes) {
    candidates.push_back(mode.id);
  }
  const auto other = std::find_if(candidates.begin(), candidates.end(),
                                  [&](const std::string& id) { return id != runs.front().mode; });
  if (other == candidates.end()) {
    return (*this)(command::CopyRun{});  // the only mode: beside itself, with other parameters
  }
  const bool is_baseline = *other == s.scenario_->modes.front().id;
  std::vector<RunChoice> both = runs;
  both.insert(is_baseline ? both.begin() : both.end(), RunChoice{*other, std::nullopt, false});
  choose_runs(std::move(both), is_baseline ? 1 : 0);
}

void Session::Applier::operator()(const command::SwapRuns& /*c*/) const {
  std::vector<RunChoice> runs = s.view_.runs;
  if (runs.size() < 2) {
    return;
  }
  const std::vector<Seq> stood = s.playheads_;
  std::rotate(runs.begin(), runs.begin() + 1, runs.end());
  const std::size_t focus = (s.view_.focus + runs.size() - 1) % runs.size();
  choose_runs(std::move(runs), focus);
  s.stand_on(stood[(focus + 1) % stood.size()]);
  if (s.compared_.apart) {
    std::rotate_copy(stood.begin(), stood.begin() + 1, stood.end(), s.playheads_.begin());
  }
}

void Session::Applier::operator()(const command::FoldRun& c) const {
  const std::size_t which = c.run.value_or(s.view_.focus);
  if (which < s.view_.runs.size()) {
    s.view_.runs[which].folded = !s.view_.runs[which].folded;
  }
}

void Session::Applier::operator()(const command::PartPlayheads& /*c*/) const {
  if (s.runs_.size() < 2) {
    return;
  }
  s.compared_.apart = !s.compared_.apart;
  s.stand_on(s.playhead());
}

void Session::Applier::operator()(const command::ToParting& /*c*/) const {
  if (s.runs_.size() < 2) {
    return;
  }
  const std::size_t run = std::max<std::size_t>(s.view_.focus, 1);
  const std::optional<Parting>& parting = s.partings_[run - 1];
  if (!parting) {
    s.set_notice("These two runs do the same, event for event.");
    return;
  }
  const auto letter = [](std::size_t i) { return std::string(1, static_cast<char>('A' + i)); };
  s.stop_playing();
  s.stand_on(s.view_.focus == 0 ? parting->baseline : parting->other);
  if (s.compared_.apart) {
    s.playheads_[0] = parting->baseline;
    s.playheads_[run] = parting->other;
  }
  s.set_notice(parting_words(s.run(0).trace(), s.run(run).trace(), *parting, "A", letter(run)));
}

void Session::Applier::operator()(const command::ExplainTime& c) const {
  if (s.runs_.size() < 2) {
    s.set_notice("C puts a second run beside this one; then it is said where the time went.");
    return;
  }
  const std::size_t run =
      std::clamp<std::size_t>(c.run.value_or(s.view_.focus), 1, s.runs_.size() - 1);
  const bool again = !c.run || s.compared_.explained_run == run;
  s.compared_.explained = !(s.compared_.explained && again);
  s.compared_.explained_run = run;
}

}  // namespace interleave
