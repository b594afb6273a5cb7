#include "app/session/opened_files.h"

#include <algorithm>

namespace interleave {

namespace {

auto with_id(const std::vector<std::unique_ptr<Run>>& runs, std::string_view id) {
  return std::find_if(runs.begin(), runs.end(),
                      [id](const auto& run) { return run->scenario().id == id; });
}

}  // namespace

void OpenedFiles::put(std::unique_ptr<Run> run) {
  static_cast<void>(take(run->scenario().id));
  runs_.insert(runs_.begin(), std::move(run));
  runs_.resize(std::min(runs_.size(), kMost));
}

std::unique_ptr<Run> OpenedFiles::take(std::string_view id) {
  const auto found = with_id(runs_, id);
  if (found == runs_.end()) {
    return nullptr;
  }
  auto& place = runs_[static_cast<std::size_t>(found - runs_.begin())];
  std::unique_ptr<Run> run = std::move(place);
  runs_.erase(found);
  return run;
}

const Scenario* OpenedFiles::find(std::string_view id) const {
  const auto found = with_id(runs_, id);
  return found == runs_.end() ? nullptr : &(*found)->scenario();
}

}  // namespace interleave
