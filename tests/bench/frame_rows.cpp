// What a frame costs of our own code: the playhead's move, the state there, layout, narration and
// panels, into ImGui's draw lists. ImGui's own share, OpenGL and the driver are not in it.

#include "app/session/session.h"
#include "app/window/draw_everything.h"
#include "scenarios/catalogue.h"
#include "tests/bench/bench.h"
#include "tests/window/headless.h"

namespace interleave::bench {

namespace {

constexpr float kWidth = 1920;
constexpr float kHeight = 1080;
constexpr int kFrames = 60;
constexpr double kBudget_ns = 2e6;

std::size_t events_in(Session& session) {
  std::size_t events = 0;
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    events += session.run(i).trace().size();
  }
  return events;
}

/// Runs what has not ended yet.
void drive_to_end(Session& session) {
  while (session.animating() && session.tick(1'000'000)) {
  }
}

/// The scenario with the most events as it is first shown.
std::string largest_scenario() {
  Session session;
  std::string largest;
  std::size_t most = 0;
  for (const Scenario& scenario : catalogue()) {
    session.apply(command::SetScenario{scenario.id});
    drive_to_end(session);
    if (const std::size_t events = events_in(session); events > most) {
      most = events;
      largest = scenario.id;
    }
  }
  return largest;
}

double frame_ns(Session& session) {
  Headless headless;
  Glyphs glyphs;
  UiState state;
  std::vector<Command> commands;
  session.apply(command::ToStart{});
  double sum = 0;
  // The first pass draws each letter for the first time, which happens once in a session.
  for (int pass = 0; pass < 2; ++pass) {
    session.apply(command::ToStart{});
    sum = 0;
    for (int i = 0; i < kFrames; ++i) {
      headless.begin_frame(kWidth, kHeight);
      const double before = processor_ns();
      session.apply(command::Step{1});
      draw_everything(session, state, glyphs, commands, {kWidth, kHeight, 1});
      sum += processor_ns() - before;
      headless.end_frame();
    }
  }
  return sum / kFrames;
}

}  // namespace

std::vector<Row> frame_rows() {
  const std::string largest = largest_scenario();
  const auto measured = [&](std::vector<Command> commands) -> Measured {
    return [&largest, commands = std::move(commands)] {
      Session session;
      session.apply(command::SetScenario{largest});
      for (const Command& each : commands) {
        session.apply(each);
      }
      drive_to_end(session);
      return frame_ns(session);
    };
  };
  const auto f =
      medians({measured({}), measured({command::Flip{command::Toggle::presentation}})}, kFewRuns);
  return {{"a step's frame of " + largest + ", the largest scenario, 1920 x 1080", "ns",
           "the budget of 2 ms", f[0], kBudget_ns, 1, 0.5},
          {"the same in presentation", "ns", "the budget of 2 ms", f[1], kBudget_ns, 1, 0.5}};
}

}  // namespace interleave::bench
