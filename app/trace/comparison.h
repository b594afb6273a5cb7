#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// Where the time of one run went: T = C + P - O_cc - O_pp - O_cp + Z, exactly. Nanoseconds.
struct Balance {
  std::int64_t total_ns = 0;
  std::int64_t computing_ns = 0;   // C
  std::int64_t waiting_ns = 0;     // P
  std::int64_t overlap_cc_ns = 0;  // computing beside computing
  std::int64_t overlap_pp_ns = 0;  // waiting beside waiting
  std::int64_t overlap_cp_ns = 0;  // computing while something waits
  std::int64_t neither_ns = 0;     // Z
  // What the one thread did; the three add up to the total.
  std::int64_t worked_ns = 0;
  std::int64_t blocked_ns = 0;
  std::int64_t idle_ns = 0;
  std::uint32_t switches = 0;  // times a task was given the thread
};
[[nodiscard]] Balance balance_of(const Trace& trace);

/// How a run ended, for people.
enum class Outcome : std::uint8_t { finished, stopped, failed, running };
[[nodiscard]] Outcome outcome_of(const Trace& trace);

/// Of a run that failed, the short name of what went wrong: "deadlock", "ValueError".
[[nodiscard]] std::string_view failure_of(const Trace& trace);

/// A difference that nobody sees, and that a wall clock makes of itself.
[[nodiscard]] bool is_same_time(std::int64_t difference_ns);

/// When the first line was printed; -1 when none was.
[[nodiscard]] std::int64_t first_output_ns(const Trace& trace);

enum class Term : std::uint8_t { computing, waiting, neither, overlap_cc, overlap_pp, overlap_cp };

/// One signed step of the waterfall from T_A to T_B: positive is time saved.
struct SavedTerm {
  Term term = Term::computing;
  std::int64_t saved_ns = 0;
  /// "1.6 s of reading and messages was done while the water was waited for".
  std::string words;
};

/// A run held against a baseline.
struct Comparison {
  Balance baseline;
  Balance other;
  /// Both ended by themselves: only then times are compared.
  bool comparable = false;
  std::int64_t saved_ns = 0;
  /// Terms that are not zero, in the order of the definition; they add up to saved_ns.
  std::vector<SavedTerm> terms;
  /// "1.6 s saved, 1.53× as fast"; "same time"; "0.8 s slower, takes 1.2 times as long";
  /// "did not finish: deadlock at 0.3 s"; "watched to 30 s".
  std::string headline;
  /// Where it came from, one sentence: the largest term's words, or why nothing was saved.
  std::string explanation;
  /// "not the same result (5, not 10)", or empty.
  std::string result_note;
  /// What differs besides the whole time: the first line's, a request's latency. A sentence each.
  std::vector<std::string> also;
};
[[nodiscard]] Comparison compare(const Trace& baseline, const Trace& other);

}  // namespace interleave
