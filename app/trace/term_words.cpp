#include "app/trace/term_words.h"

#include <algorithm>
#include <map>
#include <vector>

#include "app/trace/intervals.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

/// The time within any stretch in which computing and waiting went on together, in constant time
/// after one sweep.
class Together {
 public:
  Together(const std::vector<Interval>& intervals, std::int64_t end_ns)
      : slices_(slices_of(intervals, end_ns)) {
    before_.push_back(0);
    for (const Slice& slice : slices_) {
      const bool both = slice.computing > 0 && slice.waiting > 0;
      before_.push_back(before_.back() + (both ? slice.length_ns() : 0));
    }
  }

  /// Intervals begin and end where slices do.
  [[nodiscard]] std::int64_t within(const Interval& interval) const {
    return until(interval.end_ns) - until(interval.begin_ns);
  }

 private:
  [[nodiscard]] std::int64_t until(std::int64_t at_ns) const {
    const auto slice =
        std::lower_bound(slices_.begin(), slices_.end(), at_ns,
                         [](const Slice& each, std::int64_t at) { return each.begin_ns < at; });
    return before_[static_cast<std::size_t>(slice - slices_.begin())];
  }

  std::vector<Slice> slices_;
  std::vector<std::int64_t> before_;
};

std::string coroutine_of(const Trace& trace, TaskId task) {
  if (task == kProgram || task == kNoTask) {
    return "the program";
  }
  const TextId coroutine = trace.log().task(task).coroutine;
  return std::string(coroutine == kNoText ? trace.name(task) : trace.text(coroutine));
}

enum class As : std::uint8_t { doing, waited_for };

/// As the catalogue calls it, however many they are; empty if it does not say.
std::string given_noun(const Trace& trace, const std::string& coroutine, As as) {
  for (const CoroutineNoun& noun : trace.header().nouns) {
    const std::string& given = as == As::doing ? noun.doing : noun.waited_for;
    if (noun.coroutine == coroutine && !given.empty()) {
      return given;
    }
  }
  return {};
}

/// By the rule for names.
std::string made_noun(const std::string& coroutine, As as) {
  return as == As::doing ? words::doing(coroutine) : words::waited_for(coroutine);
}

/// In order of the tasks' creation, those of one coroutine told once.
std::vector<std::string> nouns(const Trace& trace, std::vector<TaskId> tasks, As as) {
  std::sort(tasks.begin(), tasks.end());
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  std::vector<std::string> order;
  std::map<std::string, std::size_t> counts;
  for (const TaskId task : tasks) {
    const std::string coroutine = coroutine_of(trace, task);
    if (++counts[coroutine] == 1) {
      order.push_back(coroutine);
    }
  }
  std::vector<std::string> result;
  for (const std::string& coroutine : order) {
    const std::size_t count = counts[coroutine];
    const std::string given = given_noun(trace, coroutine, as);
    result.push_back(!given.empty() ? given
                     : count == 1   ? made_noun(coroutine, as)
                                    : words::say(std::to_string(count), " × ", coroutine));
  }
  return result;
}

/// What was computed in that run while something was waited for, and what that was.
struct Meanwhile {
  std::string done;
  std::string waited_for;
  bool one_waited_for = false;
};

Meanwhile meanwhile_of(const Trace& trace) {
  const auto intervals = intervals_of(trace);
  const Together together(intervals, trace.end_ns());
  std::vector<TaskId> computing;
  std::vector<TaskId> waiting;
  for (const Interval& interval : intervals) {
    if (together.within(interval) > 0) {
      (is_waiting(interval.spending) ? waiting : computing).push_back(interval.task);
    }
  }
  const auto waited_for = nouns(trace, waiting, As::waited_for);
  return {words::list(nouns(trace, computing, As::doing)), words::list(waited_for),
          waited_for.size() == 1};
}

std::string meanwhile_words(const Trace& baseline, const Trace& other, bool saved,
                            const std::string& length) {
  const Meanwhile it = meanwhile_of(saved ? other : baseline);
  if (saved) {
    return words::say(length, " of ", it.done, " was done while ", it.waited_for,
                      it.one_waited_for ? " was" : " were", " waited for");
  }
  return words::say(length, " of ", it.done, " is no longer done while ", it.waited_for,
                    it.one_waited_for ? " is" : " are", " waited for");
}

std::uint32_t most_computing(const Trace& trace) {
  std::uint32_t most = 0;
  for (const Slice& slice : slices_of(intervals_of(trace), trace.end_ns())) {
    most = std::max(most, slice.computing);
  }
  return most;
}

bool has_limit(const Trace& trace) {
  const EventLog& log = trace.log();
  for (ResourceId id = 1; id <= log.resource_count(); ++id) {
    if (log.resource(id).type == ResourceType::semaphore) {
      return true;
    }
  }
  return false;
}

/// Whether only that run has a limit of how many may go on.
bool is_by_limit(const Trace& run, const Trace& without) {
  return has_limit(run) && !has_limit(without);
}

std::string waiting_words(bool saved, bool by_limit, const std::string& length) {
  if (saved) {
    return words::say(length, " less is waited for");
  }
  return words::say(by_limit ? "the limit adds " : "it adds ", length, " of waiting");
}

std::string neither_words(bool saved, bool by_limit, const std::string& length) {
  if (by_limit) {
    return saved ? words::say("no limit holds everything up for ", length)
                 : words::say("the limit holds everything up for ", length);
  }
  return words::say(length, saved ? " less" : " more", " passes in which nothing goes on");
}

std::string beside_waiting_words(bool saved, bool by_limit, const std::string& length) {
  if (saved) {
    return words::say(length, " of waiting ran beside other waiting");
  }
  return by_limit ? words::say("the limit keeps ", length,
                               " of waiting from running beside other waiting")
                  : words::say(length, " of waiting no longer runs beside other waiting");
}

}  // namespace

std::string term_words(const Trace& baseline, const Trace& other, Term term,
                       std::int64_t saved_ns) {
  const bool saved = saved_ns > 0;
  const bool by_limit = saved ? is_by_limit(baseline, other) : is_by_limit(other, baseline);
  const std::string length = total_text(saved ? saved_ns : -saved_ns);
  switch (term) {
    case Term::computing:
      return words::say(length, saved ? " less is computed" : " more is computed");
    case Term::waiting:
      return waiting_words(saved, by_limit, length);
    case Term::neither:
      return neither_words(saved, by_limit, length);
    case Term::overlap_cc:
      if (!saved) {
        return words::say(length, " is computed in turn again, not side by side");
      }
      return words::say(length, " was computed by ",
                        most_computing(other) == 2 ? "a second worker" : "other workers");
    case Term::overlap_pp:
      return beside_waiting_words(saved, by_limit, length);
    case Term::overlap_cp:
      break;
  }
  return meanwhile_words(baseline, other, saved, length);
}

}  // namespace interleave
