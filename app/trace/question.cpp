// Questions about what comes next. The truth is read off the trace; what is said of it and of the
// other choices is what the state at the stop tells.

#include "app/trace/question.h"

#include <algorithm>

#include "app/trace/comparison.h"
#include "app/trace/event_words.h"
#include "app/trace/question_words.h"
#include "app/trace/stops.h"

namespace interleave {

namespace {

using What = Choice::What;

constexpr std::size_t kMostTasks = 9;
constexpr std::size_t kMostLines = 3;

void collect_lanes(const Trace& trace, TaskId parent, std::vector<TaskId>& lanes) {
  for (const TaskId child : trace.children_of(parent)) {
    lanes.push_back(child);
    collect_lanes(trace, child, lanes);
  }
}

bool is_alive(const State& state, TaskId task) {
  if (task > state.tasks.size()) {
    return false;
  }
  const TaskState now = state.task(task).state;
  return now == TaskState::ready || now == TaskState::running || now == TaskState::suspended;
}

std::vector<TaskId> alive_tasks(const Trace& trace, const State& state) {
  std::vector<TaskId> tasks = in_lane_order(trace);
  std::erase_if(tasks, [&](TaskId task) { return !is_alive(state, task); });
  return tasks;
}

/// The task that is first in the ready queue; kNoTask if none is in it.
TaskId first_ready(const State& state) {
  const auto found = std::find_if(state.ready.begin(), state.ready.end(),
                                  [](const ReadyEntry& entry) { return entry.task != kNoTask; });
  return found != state.ready.end() ? found->task : kNoTask;
}

/// SplitMix64: the same seed, the same choice, on every machine.
std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

/// At most `most` of `items`: those of `kept`, then others by the seed; in their order.
template <class T>
std::vector<T> some_of(const std::vector<T>& items, const std::vector<T>& kept, std::size_t most,
                       std::uint64_t seed) {
  if (items.size() <= most) {
    return items;
  }
  std::vector<bool> taken(items.size(), false);
  std::size_t count = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (count < most && std::find(kept.begin(), kept.end(), items[i]) != kept.end()) {
      taken[i] = true;
      ++count;
    }
  }
  while (count < most) {
    const std::size_t i = next_random(seed) % items.size();
    count += taken[i] ? 0 : 1;
    taken[i] = true;
  }
  std::vector<T> some;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (taken[i]) {
      some.push_back(items[i]);
    }
  }
  return some;
}

/// The last stop of the turn in which `seq` stands.
Seq end_of_turn(const Trace& trace, Seq seq) {
  Seq at = seq;
  for (Seq next = next_stop(trace, at); next != at; next = next_stop(trace, at)) {
    const Kind kind = trace[next].kind;
    if (begins_step(kind) || kind == Kind::clock_advanced) {
      break;
    }
    at = next;
  }
  return at;
}

/// Whether the very next stop is the next turn: then it is asked about here.
bool is_before(const Trace& trace, const State& state, Seq turn) {
  const bool free = state.running == kNoTask || state.running == kProgram;
  return free && turn < trace.size() && next_stop(trace, state.seq) == turn;
}

Choice task_choice(const Trace& trace, const State& state, TaskId task) {
  Choice choice;
  choice.task = task;
  choice.words = words::task(trace, task);
  choice.state = words::state_at_stop(trace, state, task);
  return choice;
}

std::optional<Question> who_next(const Trace& trace, const State& state, std::uint64_t seed) {
  Question question;
  question.seq = state.seq;
  question.words = "Who has the thread next?";
  question.decided_by = next_turn(trace, state);
  if (!is_before(trace, state, question.decided_by)) {
    return std::nullopt;
  }
  const Event& turn = trace[question.decided_by];
  const TaskId truth = turn.kind == Kind::clock_advanced ? kNoTask : turn.task;
  const std::vector<TaskId> alive = alive_tasks(trace, state);
  const bool is_there = truth == kNoTask || std::count(alive.begin(), alive.end(), truth) > 0;
  if (alive.empty() || !is_there) {
    return std::nullopt;  // it has to be made first: nobody can know of it
  }
  const bool too_many = alive.size() > kMostTasks;
  const std::size_t most = too_many ? kMostTasks - 1 : kMostTasks;
  for (const TaskId task : some_of(alive, {truth, first_ready(state)}, most, seed)) {
    question.choices.push_back(task_choice(trace, state, task));
  }
  if (too_many) {
    question.choices.push_back({.what = What::another, .words = "another"});
  }
  char key = '1';
  for (Choice& choice : question.choices) {
    choice.key = key++;
  }
  question.choices.push_back(
      {.what = What::nobody,
       .words = has_loop(trace) ? "nobody: the loop waits" : "nobody: the program goes on",
       .key = '0'});
  const auto right =
      std::find_if(question.choices.begin(), question.choices.end(), [&](const Choice& choice) {
        return truth == kNoTask ? choice.what == What::nobody
                                : choice.what == What::task && choice.task == truth;
      });
  question.truth = static_cast<std::size_t>(right - question.choices.begin());
  question.reveal_to = end_of_turn(trace, question.decided_by);
  question.because = words::because_next(trace, state, question.decided_by);
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    if (i != question.truth) {
      question.choices[i].why_not =
          words::why_not_next(trace, state, question.decided_by, question.choices[i]);
    }
  }
  return question;
}

/// A line that somebody prints, next or last.
struct Printed {
  Seq seq = 0;
  TaskId task = kNoTask;
  std::string_view text;

  friend bool operator==(const Printed& a, const Printed& b) { return a.text == b.text; }
};

/// Each live task's next line after the stop, or every task's last one before it; no text twice.
std::vector<Printed> lines_of(const Trace& trace, const State& state, bool ahead) {
  std::vector<Printed> lines;
  for (const TaskId task : ahead ? alive_tasks(trace, state) : in_lane_order(trace)) {
    const auto events = trace.events_of(task);
    const auto here = events.after(state.seq);
    const auto is_output = [&](std::uint32_t seq) { return trace[seq].kind == Kind::output; };
    Seq found = trace.size();
    if (ahead) {
      const auto at = std::find_if(here, events.end(), is_output);
      found = at != events.end() ? *at : found;
    } else {
      const auto at = std::find_if(std::make_reverse_iterator(here), events.rend(), is_output);
      found = at != events.rend() ? *at : found;
    }
    if (found < trace.size()) {
      const Printed line{found, task, trace.text(trace[found].a)};
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(line);
      }
    }
  }
  return lines;
}

std::optional<Question> printed(const Trace& trace, const State& state, std::uint64_t seed) {
  Question question;
  question.form = QuestionForm::printed;
  question.seq = state.seq;
  question.words = "What is printed next?";
  if (!is_before(trace, state, next_turn(trace, state))) {
    return std::nullopt;
  }
  const auto outputs = trace.outputs();
  const auto next = std::upper_bound(outputs.begin(), outputs.end(), state.seq);
  const bool more = next != outputs.end();
  std::vector<Printed> lines = lines_of(trace, state, more);
  Printed truth;
  if (more) {
    const Event& event = trace[*next];
    truth = {*next, event.task, trace.text(event.a)};
    const auto there = std::find(lines.begin(), lines.end(), truth);
    if (there == lines.end()) {
      lines.push_back(truth);  // of the program, or of a task still to be made
    } else {
      *there = truth;
    }
  }
  if (lines.empty()) {
    return std::nullopt;
  }
  const TaskId first = first_ready(state);
  const auto of_first = std::find_if(lines.begin(), lines.end(),
                                     [&](const Printed& line) { return line.task == first; });
  std::vector<Printed> kept;
  if (more) {
    kept.push_back(truth);
  }
  if (of_first != lines.end()) {
    kept.push_back(*of_first);
  }
  question.truth = 0;
  for (const Printed& line : some_of(lines, kept, kMostLines, seed)) {
    Choice choice;
    choice.what = What::line;
    choice.task = line.task;
    choice.words = std::string(line.text);
    choice.state = words::task(trace, line.task);
    choice.key = static_cast<char>('1' + question.choices.size());
    if (more && line == truth) {
      question.truth = question.choices.size();
    } else {
      choice.why_not = words::why_not_printed(trace, line.seq, more);
    }
    question.choices.push_back(std::move(choice));
  }
  question.choices.push_back({.what = What::nothing, .words = "nothing more", .key = '0'});
  if (more) {
    question.choices.back().why_not = "Nothing more: there are still lines to come.";
    question.decided_by = truth.seq;
    question.reveal_to = end_of_turn(trace, truth.seq);
    question.because = words::because_printed(trace, state, truth.seq);
  } else {
    question.truth = question.choices.size() - 1;
    question.decided_by = trace.size() - 1;
    question.reveal_to = trace.size() - 1;
    question.because = "No line follows any more.";
  }
  return question;
}

std::optional<Question> how_long(const Trace& trace, const State& state) {
  if (!trace.complete() || state.finished) {
    return std::nullopt;
  }
  Question question;
  question.form = QuestionForm::how_long;
  question.seq = state.seq;
  question.words = "How long will the whole run take?";
  question.choices = {{.what = What::never_ends,
                       .words = "it never ends",
                       .why_not = "It does end: what it does is limited.",
                       .key = 'N'},
                      {.what = What::fails,
                       .words = "it fails",
                       .why_not = "It doesn't fail: nothing goes wrong in it.",
                       .key = 'F'}};
  question.decided_by = trace.size() - 1;
  question.reveal_to = state.seq;
  question.because = words::because_so_long(trace);
  switch (outcome_of(trace)) {
    case Outcome::stopped:
      question.truth = 0;
      question.choices[0].why_not.clear();
      break;
    case Outcome::failed:
      question.truth = 1;
      question.choices[0].why_not = "It doesn't go on for ever: it comes to an error.";
      question.choices[1].why_not.clear();
      break;
    default:
      question.truth = question.choices.size();
      question.truth_ns = trace.end_ns();
  }
  return question;
}

}  // namespace

std::string Question::truth_words() const {
  return truth < choices.size() ? choices[truth].words : seconds_text(truth_ns);
}

Seq next_turn(const Trace& trace, const State& state) {
  const Seq step = trace.step_begin(state.step + 1);
  const auto advances = trace.advances();
  const auto later = advances.after(state.seq);
  return std::min<Seq>(step, later != advances.end() ? *later : trace.size());
}

bool is_interesting(const Trace& trace, const State& state) {
  const auto ready = std::count_if(state.ready.begin(), state.ready.end(),
                                   [](const ReadyEntry& entry) { return entry.task != kNoTask; });
  if (ready >= 2) {
    return true;
  }
  if (state.ready.empty() && state.timers.size() + state.jobs.size() >= 2) {
    return true;
  }
  const Seq turn = next_turn(trace, state);
  if (turn >= trace.size() || trace[turn].kind != Kind::task_resumed) {
    return false;
  }
  const Seq readiness = words::readiness_before(trace, trace[turn].task, turn);
  if (readiness >= trace.size()) {
    return false;
  }
  const Cause cause = trace[readiness].cause();
  for (Seq seq = 0; seq < readiness; ++seq) {
    const Event& event = trace[seq];
    if (event.kind == Kind::task_ready && event.cause() == cause) {
      return false;
    }
  }
  return true;
}

std::optional<Question> question_at(const Trace& trace, const State& state, QuestionForm form,
                                    std::uint64_t seed) {
  switch (form) {
    case QuestionForm::who_next:
      return who_next(trace, state, seed);
    case QuestionForm::printed:
      return printed(trace, state, seed);
    case QuestionForm::how_long:
      return how_long(trace, state);
  }
  return std::nullopt;
}

std::size_t choice_of(const Question& question, TaskId task) {
  const auto& choices = question.choices;
  const auto named = std::find_if(choices.begin(), choices.end(), [task](const Choice& choice) {
    const bool of_a_task = choice.what == What::task || choice.what == What::line;
    return of_a_task && choice.task == task;
  });
  if (named != choices.end()) {
    return static_cast<std::size_t>(named - choices.begin());
  }
  const auto other = std::find_if(choices.begin(), choices.end(), [](const Choice& choice) {
    return choice.what == What::another;
  });
  return static_cast<std::size_t>(other - choices.begin());
}

Nearness nearness(std::int64_t answer_ns, std::int64_t truth_ns) {
  constexpr std::int64_t kLeast_ns = 10'000'000;
  const std::int64_t off = answer_ns > truth_ns ? answer_ns - truth_ns : truth_ns - answer_ns;
  if (off <= std::max(truth_ns / 100, kLeast_ns)) {
    return Nearness::right;
  }
  return off <= truth_ns / 10 ? Nearness::near : Nearness::wrong;
}

std::vector<TaskId> in_lane_order(const Trace& trace) {
  std::vector<TaskId> lanes;
  collect_lanes(trace, kProgram, lanes);
  return lanes;
}

}  // namespace interleave
