#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session/tally.h"
#include "app/trace/question.h"

namespace interleave {

/// At which stops a class is asked.
enum class HowOften : std::uint8_t { interesting, every_stop, only_here };

/// So many interesting questions are asked in one run at most.
inline constexpr int kMostQuestions = 12;
/// So long the step is played that the question was about.
inline constexpr std::int64_t kReveal_ns = 300'000'000;

/// Asking a class what comes next: what is asked and how often, the question that is open and what
/// is answered to it, and the tally. A value of the Session, changed by its commands; nothing here
/// knows a playhead.
///
///     none --ask()--> asking --confirm(), tell()--> revealing --300 ms--> told --go_on()--> none
struct Prediction {
  // What is chosen.
  QuestionForm form = QuestionForm::who_next;
  HowOften how_often = HowOften::interesting;
  /// Digits add votes of a class instead of choosing one answer.
  bool votes = false;
  bool on = false;
  /// The chooser of all this is up.
  bool choosing = false;

  enum class Stage : std::uint8_t { none, asking, revealing, told };
  Stage stage = Stage::none;
  /// The open question; of no meaning in Stage::none.
  Question question;
  /// Index of the choice.
  std::optional<std::size_t> selected;
  /// Of "another": whose lane was clicked; kNoTask if none was.
  TaskId lane = kNoTask;
  /// Of how_long: the number as it is typed, seconds.
  std::string typed;
  /// Choices in the order of the votes for them.
  std::vector<std::size_t> ballots;
  Verdict verdict = Verdict::shown;
  /// One sentence on why the answer was not the truth; empty if it was, or if there was none.
  std::string why_not;
  /// How long the reveal has been going on.
  std::int64_t reveal_ns = 0;

  /// What has been asked of one run; a question that is settled is never asked again.
  struct Asked {
    std::set<Seq> settled;
    int count = 0;
    bool skipped = false;
  };
  /// By scenario, mode and parameters.
  std::map<std::string, Asked> runs;
  /// The run in focus.
  std::string run;

  std::vector<TallyRow> tally;
  bool tally_shown = true;

  [[nodiscard]] bool asking() const { return stage == Stage::asking; }
  /// Whether the truth is being told.
  [[nodiscard]] bool answered() const { return stage == Stage::revealing || stage == Stage::told; }
  /// Whether it is answered by a number that is typed.
  [[nodiscard]] bool takes_number() const { return question.form == QuestionForm::how_long; }
  /// Whether a card stands in the narration's place.
  [[nodiscard]] bool card_shown() const { return choosing || stage != Stage::none; }
  /// Whether nothing beyond the playhead may be seen.
  [[nodiscard]] bool masks() const;
  /// Whether a stop of the run in focus is still to be asked about, if it is worth it.
  [[nodiscard]] bool is_open(Seq seq) const;
  [[nodiscard]] std::uint32_t votes_for(std::size_t choice) const;
  /// The number that is typed; nothing while it is none.
  [[nodiscard]] std::optional<std::int64_t> typed_ns() const;
  /// Whether confirm() would do something.
  [[nodiscard]] bool has_answer() const;
  /// The answer in words: "reading_book", "3 s", "reading_book 12; nobody: the loop waits 3".
  [[nodiscard]] std::string answer_words(const Trace& trace) const;

  void ask(Question asked);
  /// Selects, or confirms what is selected already, or adds a vote; true if that was the answer.
  [[nodiscard]] bool choose(std::size_t choice, TaskId of_lane = kNoTask);
  [[nodiscard]] bool choose_key(char key);
  /// A digit, a point, or '\b', which takes the last one away.
  void type(char letter);
  /// Takes the last vote or the last digit back.
  void take_back();
  void clear();
  /// Decides on the answer given (`trace` explains wrong numbers) and begins to tell the truth.
  void confirm(const Trace& trace);
  /// Tells the truth without an answer.
  void tell();
  /// Closes the question and leaves it unsettled: it was not decided.
  void drop();
  /// Closes the question after it has been told.
  void go_on();

 private:
  void settle(Verdict decided);
};

}  // namespace interleave
