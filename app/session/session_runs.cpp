#include "app/session/session.h"

#include <algorithm>

namespace interleave {

namespace {

/// So much of a program is run before the first picture of it; the rest goes on a frame at a time.
constexpr std::uint64_t kFirstHandles = 20'000;
constexpr std::uint64_t kHandlesPerTick = 5'000;
// Of a file: some ten milliseconds of reading, as much as a frame has to spare.
constexpr std::uint64_t kOfFilePerTick = 25'000;

}  // namespace

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

bool Session::driving() const {
  return std::any_of(runs_.begin(), runs_.end(), [](const auto& run) { return !run->ended(); });
}

bool Session::drive() {
  bool changed = false;
  for (const auto& run : runs_) {
    if (!run->ended()) {
      const Seq before = run->trace().size();
      run->advance(run->reader() != nullptr ? kOfFilePerTick : kHandlesPerTick);
      changed = changed || run->trace().size() != before;
    }
  }
  if (changed) {
    compare_runs();
  }
  return changed;
}

}  // namespace interleave
