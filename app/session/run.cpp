#include "app/session/run.h"

#include <algorithm>

#include "app/session/file_scenario.h"

namespace interleave {

namespace {

/// Of text that is read in the time that a handle takes to run.
constexpr std::size_t kBytesPerHandle = 200;

TraceHeader with_nouns(TraceHeader header, const Scenario& scenario) {
  for (const Noun& noun : scenario.nouns) {
    header.nouns.push_back({noun.coroutine, noun.doing, noun.waited_for});
  }
  return header;
}

TraceHeader header_of(const Scenario& scenario, const std::string& mode, const Settings& settings) {
  TraceHeader header;
  header.scenario = scenario.id;
  header.mode = mode;
  header.params.assign(settings.values().begin(), settings.values().end());
  return with_nouns(std::move(header), scenario);
}

}  // namespace

Run::Run(const Scenario& scenario, std::string mode, Settings settings)
    : scenario_(&scenario), mode_(std::move(mode)), settings_(std::move(settings)) {
  std::unique_ptr<Program> program = scenario.make(mode_, settings_);
  trace_ = std::make_unique<Trace>(header_of(scenario, mode_, settings_), program->log());
  states_ = std::make_unique<StateReader>(*trace_);
  source_ = std::move(program);
}

Run::Run(const std::string& path, std::unique_ptr<TraceReader> reader)
    : own_scenario_(std::make_unique<Scenario>(file_scenario(path, reader->header()))),
      scenario_(own_scenario_.get()),
      mode_(scenario_->default_mode) {
  trace_ = std::make_unique<Trace>(with_nouns(reader->header(), *scenario_), reader->log());
  states_ = std::make_unique<StateReader>(*trace_);
  source_ = std::move(reader);
}

const TraceReader* Run::reader() const {
  const auto* reader = std::get_if<std::unique_ptr<TraceReader>>(&source_);
  return reader == nullptr ? nullptr : reader->get();
}

bool Run::advance(std::uint64_t handles) {
  if (ended_) {
    return false;
  }
  if (auto* reader = std::get_if<std::unique_ptr<TraceReader>>(&source_)) {
    ended_ = !(*reader)->advance(handles * kBytesPerHandle);
  } else {
    Program& program = *std::get<std::unique_ptr<Program>>(source_);
    bool goes_on = !program.finished();
    for (std::uint64_t i = 0; i < handles && goes_on; ++i) {
      goes_on = program.run_handle();
    }
    ended_ = !goes_on;
  }
  trace_->catch_up();
  states_->catch_up();
  return !ended_;
}

void Run::finish() {
  if (auto* program = std::get_if<std::unique_ptr<Program>>(&source_)) {
    (*program)->run_to_end();
    ended_ = true;
    trace_->catch_up();
    return;
  }
  constexpr std::uint64_t kSlice = 10'000;
  while (advance(kSlice)) {
  }
}

void Run::mask_after(Seq seq) {
  if (mask_ == nullptr || mask_->trace.size() > seq + 1) {
    mask_ = std::make_unique<Mask>(*trace_, seq + 1);
  } else {
    mask_->trace.extend_to(seq + 1);
  }
  masked_ = true;
}

std::int64_t Run::closest_ns() {
  for (; gaps_seen_ + 1 < trace_->size(); ++gaps_seen_) {
    const std::int64_t gap_ns = (*trace_)[gaps_seen_ + 1].t_ns - (*trace_)[gaps_seen_].t_ns;
    if (gap_ns > 0) {
      closest_ns_ = std::min(closest_ns_, gap_ns);
    }
  }
  return closest_ns_;
}

}  // namespace interleave
