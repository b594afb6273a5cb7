// Opening a file: what is on view stays until there is something of the file to be seen, the part
// that has been read is on view while the rest is read, and an error goes back to what was there.

#include <algorithm>
#include <filesystem>

#include "app/import/open.h"
#include "app/session/applier.h"
#include "app/session/file_scenario.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

/// A slice of a file: so much of it is read in one frame.
constexpr std::uint64_t kHandlesPerSlice = 10'000;
constexpr std::size_t kMostRecentFiles = 8;

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path full = std::filesystem::absolute(path, error);
  return error ? path : full.lexically_normal().string();
}

}  // namespace

const Scenario* Session::scenario_named(std::string_view id) const {
  if (scenario_ != nullptr && scenario_->id == id) {
    return scenario_;
  }
  return is_file_id(id) ? opened_files_.find(id) : find_scenario(id);
}

void Session::Applier::operator()(const command::OpenFile& c) const {
  const std::string path = absolute_path(c.path);
  auto opened = open_trace(path);
  if (const auto* error = std::get_if<ImportError>(&opened)) {
    s.set_notice(error->message());
    return;
  }
  (*this)(command::CancelOpening{});
  s.open_dialogue_ = false;
  s.opening_ = Opening{
      path, std::make_unique<Run>(path, std::move(std::get<std::unique_ptr<TraceReader>>(opened)))};
  s.before_opening_ = {s.view_, anchor_of(s.focused().trace(), s.playhead())};
  s.read_opening();
}

void Session::Applier::operator()(const command::CancelOpening& /*c*/) const {
  if (!s.opening_) {
    return;
  }
  const auto progress = *s.opening();
  if (s.opening_->pending == nullptr) {
    s.runs_.front()->stop_reading();
    s.set_notice("Stopped at " + std::to_string(static_cast<int>(100 * progress.part())) +
                 " % of " + progress.name + ": what has been read is on view.");
  }
  s.opening_.reset();
}

std::optional<OpeningProgress> Session::opening() const {
  if (!opening_) {
    return std::nullopt;
  }
  const Run& run = opening_->pending != nullptr ? *opening_->pending : *runs_.front();
  return OpeningProgress{file_name(opening_->path), run.reader()->done(), run.reader()->total(),
                         run.whole().size()};
}

void Session::note_file(const std::string& path) {
  std::erase(recent_files_, path);
  recent_files_.insert(recent_files_.begin(), path);
  recent_files_.resize(std::min(recent_files_.size(), kMostRecentFiles));
}

// Reads a slice of what is not on view yet, and puts it there as soon as it can be.
bool Session::read_opening() {
  if (!opening_ || opening_->pending == nullptr) {
    return false;
  }
  Run& run = *opening_->pending;
  run.advance(kHandlesPerSlice);
  if (run.reader()->error()) {
    set_notice(run.reader()->error()->message());
    opening_.reset();
    return true;
  }
  if (run.whole().size() > 0) {
    show_file(std::move(opening_->pending));
    file_has_ended();
  }
  return true;
}

void Session::show_file(std::unique_ptr<Run> run) {
  const Scenario& scenario = run->scenario();
  undo_.push_back(view_);
  redo_.clear();
  prediction_ = {};
  const Axis axis = view_.axis;
  view_ = {};
  view_.axis = axis;
  view_.scenario = scenario.id;
  view_.set_modes({run->mode()});
  compared_ = {};
  cards_ = {};
  if (scenario_->id == scenario.id) {  // read anew
    runs_.clear();
  }
  scenario_ = &scenario;
  opened_files_.put(std::move(run));
  note_file(opening_->path);
  const Applier applier{*this};
  applier.forget_places();
  rerun();
  applier.fit_axis();
}

// The file on view has been read to its end, or to where it breaks.
void Session::file_has_ended() {
  if (!opening_ || opening_->pending != nullptr || !runs_.front()->ended()) {
    return;
  }
  const TraceReader& reader = *runs_.front()->reader();
  opening_.reset();
  if (!reader.error()) {
    const std::string passed_over = reader.passed_over().words();
    if (!passed_over.empty()) {
      set_notice(file_name(path_of_file(scenario_->id)) + ": " + passed_over);
    }
    return;
  }
  const std::string message = reader.error()->message();
  const std::string broken = scenario_->id;
  const auto [before, place] = before_opening_;
  restore(before);
  static_cast<void>(opened_files_.take(broken));
  std::erase_if(undo_, [&](const ViewState& view) { return view.scenario == broken; });
  if (!undo_.empty() && undo_.back() == before) {
    undo_.pop_back();
  }
  std::erase(recent_files_, path_of_file(broken));
  stand_on(find_anchor(focused().trace(), place));
  set_notice(message);
}

}  // namespace interleave
