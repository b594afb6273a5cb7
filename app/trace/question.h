#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/trace/state.h"
#include "app/trace/trace.h"

namespace interleave {

/// What a class is asked to predict.
enum class QuestionForm : std::uint8_t { who_next, printed, how_long };

/// An answer to choose.
struct Choice {
  enum class What : std::uint8_t {
    task,        // this one has the thread next
    another,     // one of those that have no place of their own
    nobody,      // the loop waits
    line,        // this is printed
    nothing,     // no line any more
    never_ends,  // an endless program
    fails,       // an error, a deadlock
  };
  What what = What::task;
  /// Of task and line: whose.
  TaskId task = kNoTask;
  /// What is chosen, as people say it: "boiling_water", "nobody: the loop waits", a line.
  std::string words = {};
  /// Of a task its state, of a line its task: "suspended · sleep 2 s". Nothing in it lies ahead.
  std::string state = {};
  /// One sentence on why it was not this; empty of the truth.
  std::string why_not = {};
  /// The key that chooses it: 1 … 9, 0, N, F.
  char key = '0';
};

/// Something asked at a stop, and what is true. All of it is read off a trace.
struct Question {
  QuestionForm form = QuestionForm::who_next;
  /// The stop at which it is asked.
  Seq seq = 0;
  std::string words;
  /// In the order of the lanes; of how_long only those that are no numbers.
  std::vector<Choice> choices;
  /// Index of the right choice; choices.size() if a number is right.
  std::size_t truth = 0;
  /// Of how_long, where a number is right: nanoseconds.
  std::int64_t truth_ns = -1;
  /// The event that decides: a step's first, `clock_advanced`, an output.
  Seq decided_by = 0;
  /// How far it is played when the truth is told: a stop.
  Seq reveal_to = 0;
  /// One sentence on the truth.
  std::string because;

  /// The truth in a few words: "reading_book", "3 s".
  [[nodiscard]] std::string truth_words() const;
};

/// What is to be asked at a stop of a run that is over (or whose next turn is known): nothing where
/// no step begins and no clock advances next, and where there is nothing to choose from. `state` is
/// the one after `trace[state.seq]`; `seed` chooses among too many answers.
[[nodiscard]] std::optional<Question> question_at(const Trace& trace, const State& state,
                                                  QuestionForm form, std::uint64_t seed);

/// Whether the next turn is worth a question: two or more are ready; or nobody is, and two or more
/// timers or jobs are pending; or the next step has a cause that this run has not seen before.
[[nodiscard]] bool is_interesting(const Trace& trace, const State& state);

/// The next turn of the thread after a state: a step's first event or `clock_advanced`, whichever
/// comes first; trace.size() if the run ends before.
[[nodiscard]] Seq next_turn(const Trace& trace, const State& state);

/// The choice that a click on a task's lane stands for; choices.size() for none.
[[nodiscard]] std::size_t choice_of(const Question& question, TaskId task);

/// How near a number is: right within the larger of 1 % and 10 ms, near within 10 %.
enum class Nearness : std::uint8_t { right, near, wrong };
[[nodiscard]] Nearness nearness(std::int64_t answer_ns, std::int64_t truth_ns);
/// One sentence on a number that was not right: what it would have been.
[[nodiscard]] std::string why_not_so_long(const Trace& trace, std::int64_t answer_ns);

/// Tasks as their lanes stand: children under their parent.
[[nodiscard]] std::vector<TaskId> in_lane_order(const Trace& trace);

}  // namespace interleave
