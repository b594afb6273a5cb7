// While a question is open, no pixel and no word beyond the playhead gives the answer away: what is
// shown of a run is the same as of one that really ends there.

#include <string>

#include "app/session/session.h"
#include "app/timeline/layout.h"
#include "app/timeline/measure.h"
#include "app/trace/question_words.h"
#include "app/trace/stops.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"
#include "tests/session/cut_log.h"
#include "tests/timeline/everything.h"

namespace interleave {
namespace {

/// Runs that are longer are looked at up to here.
constexpr Seq kMostEvents = 4000;
constexpr std::size_t kMostStops = 60;

TimelineView masked_view(const Trace& trace, Seq seq, Axis axis) {
  TimelineView view;
  view.width = 900;
  view.height = 900;
  view.axis = axis;
  view.mask = true;
  view.runs.resize(1);
  view.runs[0].trace = &trace;
  view.runs[0].playhead = seq;
  return view;
}

/// All that is shown or said of a trace that ends at `seq`.
std::string shown(const Trace& trace, Seq seq) {
  std::string all;
  for (const Axis axis : {Axis::time, Axis::steps}) {
    all += test::everything(layout(masked_view(trace, seq, axis), embedded_measure()));
  }
  StateReader states(trace);
  const State& state = states.at(seq);
  for (const Depth depth : {Depth::happened, Depth::mechanics, Depth::terms}) {
    const Narration narration = narrate(trace, state, depth);
    all += narration.happened + "\n";
    all += depth == Depth::happened ? narration.position + "\n" : "";
  }
  for (const TaskId task : trace.tasks()) {
    all += words::state_at_stop(trace, state, task) + "\n" + why_not(trace, state, task).answer;
  }
  for (const std::uint32_t output : trace.outputs()) {
    all += std::string(trace.text(trace[output].a)) + "\n";
  }
  return all + std::to_string(trace.step_count()) + (trace.complete() ? " complete" : "");
}

TEST_CASE("a masked run looks and reads like one that ends at the playhead, at every question") {
  std::size_t questions = 0;
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      Run run(scenario, mode.id, scenario.adapted(mode.id, scenario.defaults()));
      run.finish();
      const Trace& whole = run.whole();
      StateReader states(whole);
      std::size_t here = 0;
      for (const std::uint32_t stop : whole.stops()) {
        if (stop > kMostEvents || here >= kMostStops) {
          break;
        }
        const auto question = question_at(whole, states.at(stop), QuestionForm::who_next, stop);
        if (!question) {
          continue;
        }
        ++here;
        INFO(scenario.id << " " << mode.id << " at event " << stop);
        const Trace masked = Trace::beginning_of(whole, stop + 1);
        const Trace cut(whole.header(), test::cut_log(whole.log(), stop + 1));
        REQUIRE(shown(masked, stop) == shown(cut, stop));
      }
      questions += here;
    }
  }
  CHECK(questions > 300);
}

TEST_CASE("a session that asks shows beginnings only: traces, title, comparisons, axis") {
  for (const Scenario& scenario : catalogue()) {
    Session session;
    session.apply(command::SetScenario{scenario.id});
    session.apply(command::StartPrediction{});
    for (int i = 0; i < 40; ++i) {
      INFO(scenario.id << ", step " << i);
      if (session.masked()) {
        const TimelineView view = session.timeline_view(900, 900, 1);
        CHECK(view.mask);
        CHECK(view.comparisons.empty());
        CHECK(session.comparisons().empty());
        for (std::size_t run = 0; run < session.run_count(); ++run) {
          CHECK(session.run(run).trace().size() == session.playhead(run) + 1);
          CHECK_FALSE(view.runs[run].parts_at);
        }
        const bool at_end = session.focused().trace().complete();
        CHECK((session.title().find('/') == std::string::npos || at_end));
      }
      if (session.prediction().asking()) {
        session.apply(command::RevealAnswer{});
      }
      session.apply(command::Step{1});
    }
  }
}

TEST_CASE("stopped, prediction shows everything again") {
  Session session;
  session.apply(command::StartPrediction{});
  CHECK(session.masked());
  CHECK(session.title().find("/13") == std::string::npos);
  session.apply(command::StopPrediction{});
  CHECK_FALSE(session.masked());
  CHECK(session.title().find("/13") != std::string::npos);
  CHECK(session.comparisons().size() == 1);
}

}  // namespace
}  // namespace interleave
