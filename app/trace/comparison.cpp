#include "app/trace/comparison.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/trace/intervals.h"
#include "app/trace/latency.h"
#include "app/trace/result_note.h"
#include "app/trace/stops.h"
#include "app/trace/term_words.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

std::vector<SavedTerm> terms_between(const Balance& a, const Balance& b) {
  const auto all = std::to_array<SavedTerm>({
      {Term::computing, a.computing_ns - b.computing_ns, {}},
      {Term::waiting, a.waiting_ns - b.waiting_ns, {}},
      {Term::neither, a.neither_ns - b.neither_ns, {}},
      {Term::overlap_cc, b.overlap_cc_ns - a.overlap_cc_ns, {}},
      {Term::overlap_pp, b.overlap_pp_ns - a.overlap_pp_ns, {}},
      {Term::overlap_cp, b.overlap_cp_ns - a.overlap_cp_ns, {}},
  });
  std::vector<SavedTerm> terms;
  std::copy_if(all.begin(), all.end(), std::back_inserter(terms),
               [](const SavedTerm& term) { return term.saved_ns != 0; });
  return terms;
}

/// `one / other` with at most two places, none that is zero: 1.53, 1.2, 2.
std::string ratio_text(std::int64_t one, std::int64_t other) {
  const long double ratio = static_cast<long double>(one) / static_cast<long double>(other);
  const auto hundredths = static_cast<std::int64_t>(ratio * 100.0L + 0.5L);
  std::string text = std::to_string(hundredths / 100);
  if (const std::int64_t places = hundredths % 100; places != 0) {
    text += places < 10 ? ".0" : ".";
    text += std::to_string(places % 10 == 0 ? places / 10 : places);
  }
  return text;
}

std::string not_finished(const Trace& trace) {
  return words::say("did not finish: ", failure_of(trace), " at ", total_text(trace.end_ns()));
}

/// Why there is no time to compare; empty when there is.
std::string incomparable(const Trace& baseline, const Trace& other) {
  switch (outcome_of(other)) {
    case Outcome::running:
      return "still going on";
    case Outcome::failed:
      return not_finished(other);
    case Outcome::stopped:
      return words::say("watched to ", seconds_text(other.end_ns()));
    case Outcome::finished:
      break;
  }
  switch (outcome_of(baseline)) {
    case Outcome::running:
      return "the baseline is still going on";
    case Outcome::failed:
      return words::say("the baseline ", not_finished(baseline));
    case Outcome::stopped:
      return words::say("the baseline was watched to ", seconds_text(baseline.end_ns()));
    case Outcome::finished:
      break;
  }
  return {};
}

std::size_t lines_until(const Trace& trace, std::int64_t t_ns) {
  const auto outputs = trace.outputs();
  return static_cast<std::size_t>(std::count_if(
      outputs.begin(), outputs.end(), [&](std::uint32_t seq) { return trace[seq].t_ns <= t_ns; }));
}

/// By the time to which the endless one was watched; of two, the shorter.
std::string printed_by_then(const Trace& baseline, const Trace& other) {
  std::int64_t then_ns = INT64_MAX;
  for (const Trace* trace : {&baseline, &other}) {
    if (outcome_of(*trace) == Outcome::stopped) {
      then_ns = std::min(then_ns, trace->end_ns());
    }
  }
  const std::size_t one = lines_until(baseline, then_ns);
  const std::size_t two = lines_until(other, then_ns);
  if (one == two) {
    return words::say("by then both had printed ", words::count_of(two, "line"));
  }
  return words::say("by then it had printed ", words::count_of(two, "line"), ", the baseline ",
                    std::to_string(one));
}

std::string headline(const Balance& a, const Balance& b) {
  const std::int64_t saved_ns = a.total_ns - b.total_ns;
  if (is_same_time(saved_ns)) {
    return "same time";
  }
  if (saved_ns > 0) {
    const std::string saved = words::say(total_text(saved_ns), " saved");
    return b.total_ns == 0
               ? saved
               : words::say(saved, ", ", ratio_text(a.total_ns, b.total_ns), "× as fast");
  }
  const std::string lost = words::say(total_text(-saved_ns), " slower");
  return a.total_ns == 0
             ? lost
             : words::say(lost, ", takes ", ratio_text(b.total_ns, a.total_ns), " times as long");
}

bool only_computes(const Balance& balance) {
  return balance.waiting_ns == 0 && balance.overlap_cc_ns == 0;
}

bool is_chain(const Balance& balance) {
  return balance.overlap_cc_ns == 0 && balance.overlap_pp_ns == 0 && balance.overlap_cp_ns == 0;
}

bool computes_in_threads(const Trace& trace) {
  const auto intervals = intervals_of(trace);
  return std::any_of(intervals.begin(), intervals.end(), [](const Interval& interval) {
    return interval.spending == Spending::thread_job_computes;
  });
}

std::string why_same(const Comparison& comparison, const Trace& baseline, const Trace& other) {
  if (comparison.baseline.total_ns == 0 && comparison.other.total_ns == 0) {
    return "nothing here takes any time";
  }
  if (only_computes(comparison.baseline) && only_computes(comparison.other)) {
    return computes_in_threads(baseline) || computes_in_threads(other)
               ? "nothing waits, and threads compute one at a time: nothing is saved"
               : "nothing waits: taking turns saves nothing";
  }
  if (!comparison.terms.empty()) {
    // What one part saves another costs: both are told.
    std::vector<std::string> all;
    for (const SavedTerm& term : comparison.terms) {
      all.push_back(term.words);
    }
    return words::list(all);
  }
  return is_chain(comparison.other) ? "each part needs the one before"
                                    : "both overlap in the same way";
}

/// The largest term that goes the way the whole goes.
std::string why_different(const Comparison& comparison) {
  const SavedTerm* largest = nullptr;
  for (const SavedTerm& term : comparison.terms) {
    const bool same_way = (term.saved_ns > 0) == (comparison.saved_ns > 0);
    const bool larger = largest == nullptr || std::abs(term.saved_ns) > std::abs(largest->saved_ns);
    if (same_way && larger) {
      largest = &term;
    }
  }
  return largest != nullptr ? largest->words : std::string();
}

}  // namespace

bool is_same_time(std::int64_t difference_ns) {
  constexpr std::int64_t seen_ns = 1'000'000;
  return std::abs(difference_ns) < seen_ns;
}

std::string_view failure_of(const Trace& trace) {
  const std::string_view error = trace.text(trace[trace.size() - 1].a);
  return error.substr(0, error.find_first_of(":("));
}

Comparison compare(const Trace& baseline, const Trace& other) {
  Comparison result;
  result.baseline = balance_of(baseline);
  result.other = balance_of(other);
  result.headline = incomparable(baseline, other);
  result.comparable = result.headline.empty();
  for (std::string words : {first_output_words(baseline, other), latency_words(baseline, other)}) {
    if (!words.empty()) {
      result.also.push_back(std::move(words));
    }
  }
  if (!result.comparable) {
    const bool watched =
        outcome_of(baseline) == Outcome::stopped || outcome_of(other) == Outcome::stopped;
    result.explanation = watched ? printed_by_then(baseline, other) : std::string();
    return result;
  }
  result.saved_ns = result.baseline.total_ns - result.other.total_ns;
  result.terms = terms_between(result.baseline, result.other);
  for (SavedTerm& term : result.terms) {
    term.words = term_words(baseline, other, term.term, term.saved_ns);
  }
  result.headline = headline(result.baseline, result.other);
  result.explanation =
      is_same_time(result.saved_ns) ? why_same(result, baseline, other) : why_different(result);
  result.result_note = result_note(baseline, other);
  return result;
}

}  // namespace interleave
