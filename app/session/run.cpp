#include "app/session/run.h"

#include <algorithm>

namespace interleave {

namespace {

TraceHeader header_of(const Scenario& scenario, const std::string& mode, const Settings& settings) {
  TraceHeader header;
  header.scenario = scenario.id;
  header.mode = mode;
  header.params.assign(settings.values().begin(), settings.values().end());
  for (const Noun& noun : scenario.nouns) {
    header.nouns.push_back({noun.coroutine, noun.doing, noun.waited_for});
  }
  return header;
}

}  // namespace

Run::Run(const Scenario& scenario, std::string mode, Settings settings)
    : scenario_(&scenario),
      mode_(std::move(mode)),
      settings_(std::move(settings)),
      program_(scenario.make(mode_, settings_)),
      trace_(std::make_unique<Trace>(header_of(scenario, mode_, settings_), program_->log())),
      states_(std::make_unique<StateReader>(*trace_)) {}

bool Run::advance(std::uint64_t handles) {
  bool goes_on = !program_->finished();
  for (std::uint64_t i = 0; i < handles && goes_on; ++i) {
    goes_on = program_->run_handle();
  }
  trace_->catch_up();
  return goes_on;
}

void Run::finish() {
  program_->run_to_end();
  trace_->catch_up();
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
