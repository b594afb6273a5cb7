#pragma once

#include <cstdint>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// A job's stay with its worker. One that computes in a thread does so under the one interpreter
/// lock, in the order in which the jobs were started; until it has it, it does nothing.
struct JobStay {
  JobId job = 0;
  /// Its `job_started`, the first event of when it began to compute or wait, its `job_finished`
  /// (size() while there is none).
  Seq begin = 0;
  Seq acts = 0;
  Seq end = 0;
  std::int64_t begin_ns = 0;
  std::int64_t acts_ns = 0;
  std::int64_t end_ns = 0;
};

/// Of every job that has been started, in that order.
[[nodiscard]] std::vector<JobStay> job_stays(const Trace& trace);

/// Whether its pool's workers are processes, each with a lock of its own.
[[nodiscard]] bool is_in_process(const Trace& trace, const JobInfo& job);

}  // namespace interleave
