// Whatever is done to a session, in whatever order, its model holds: hundreds of commands as
// values, from fixed seeds.

#include <algorithm>
#include <cmath>
#include <random>

#include "app/session/session.h"
#include "app/timeline/layout.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"

namespace interleave {
namespace {

constexpr int kActions = 500;
/// Pixels by which a box may come out smaller than nothing.
constexpr float kRounding = 0.01F;

/// Commands as a class might give them, wild ones among them: numbers far outside, tasks that are
/// not there.
class Monkey {
 public:
  explicit Monkey(std::uint32_t seed) : engine_(seed) {}

  Command next(Session& session) {
    switch (below(10)) {
      case 0:
        return what_is_run(session);
      case 1:
      case 2:
        return what_is_seen(session);
      case 3:
        return question();
      case 4:
        return drawing();
      case 5:
        return lanes(session);
      case 6:
        return display();
      default:
        return move(session);
    }
  }

  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }

 private:
  int sign() { return below(2) == 0 ? -1 : 1; }
  std::size_t index(std::size_t count) { return engine_() % std::max<std::size_t>(count, 1); }
  bool coin() { return below(2) == 0; }

  Command move(Session& session) {
    switch (below(14)) {
      case 0:
        return command::StepEvent{sign() * below(9)};
      case 1:
        return command::StepIteration{sign()};
      case 2:
        return command::StepOfTask{sign()};
      case 3:
        return command::ToStart{};
      case 4:
        return command::ToEnd{};
      case 5:
        return command::GoTo{index(session.run_count() + 1), static_cast<Seq>(below(400))};
      case 6:
        return command::GoToStep{static_cast<std::uint32_t>(below(60))};
      case 7:
        return command::GoToTime{(below(60) - 5) * 100'000'000LL};
      case 8:
        return command::PlayPause{};
      case 9:
        return command::ChangeSpeed{sign() * 3};
      case 10:
        return command::OpenSelected{};
      case 11:
        return command::Escape{};
      default:
        return command::Step{sign() * (1 + below(3))};
    }
  }

  Command what_is_run(Session& session) {
    const Scenario& scenario = session.scenario();
    switch (below(13)) {
      case 0:
        return command::SetScenario{catalogue()[index(catalogue().size())].id};
      case 1:
        return command::SetMode{scenario.modes[index(scenario.modes.size())].id};
      case 2:
        return command::SetModeNumber{below(10)};
      case 3:
        return command::ToggleMode{scenario.modes[index(scenario.modes.size())].id};
      case 4:
      case 5:
        return parameter(scenario);
      case 6:
        return command::ToggleComparison{};
      case 7:
        return command::SwapRuns{};
      case 8:
        return command::CopyRun{};
      case 9:
        return command::RemoveRun{coin() ? std::optional(index(4)) : std::nullopt};
      case 10:
        return command::FocusNextRun{sign()};
      case 11:
        return command::PartPlayheads{};
      default:
        return command::NextScenario{sign()};
    }
  }

  Command parameter(const Scenario& scenario) {
    if (scenario.parameters.empty()) {
      return command::ResetParams{};
    }
    const Parameter& chosen = scenario.parameters[index(scenario.parameters.size())];
    // Up to a tenth outside of what it can be.
    const double part = 1.2 * below(1001) / 1000.0 - 0.1;
    return command::SetParam{chosen.name, chosen.min + part * (chosen.max - chosen.min), coin()};
  }

  Command what_is_seen(Session& session) {
    const double extent = session.axis_extent();
    const double place = extent * (below(140) - 20) / 100.0;
    switch (below(12)) {
      case 0:
        return command::ToggleAxis{};
      case 1:
      case 2:
        return command::Zoom{coin() ? 1.7 : 0.4, coin() ? std::optional(place) : std::nullopt};
      case 3:
        return command::Zoom{1e9, place};
      case 4:
        return command::Pan{place - extent / 2, 0, coin()};
      case 5:
        return command::Pan{0, 0.5 * sign(), false};
      case 6:
        return command::ScrollLanes{static_cast<float>(below(4000) - 2000)};
      case 7:
        return command::ShowAll{};
      case 8:
        return command::FitSelection{};
      case 9:
        return command::SetSpan{place, extent * below(100) / 100.0};
      case 10:
        return command::Mark{};
      default:
        return command::ClearSpan{coin()};
    }
  }

  Command lanes(Session& session) {
    const std::size_t run = index(session.run_count());
    const auto task = static_cast<TaskId>(below(12));
    switch (below(9)) {
      case 0:
        return command::FoldLane{run, task};
      case 1:
        return command::PinLane{run, std::nullopt};
      case 2:
        return command::FilterLanes{coin() ? "" : "ma"};
      case 3:
        return command::FoldRun{coin() ? std::optional(run) : std::nullopt};
      case 4:
        return command::SelectTask{run, task};
      case 5:
        return command::Undo{};
      case 6:
        return command::Redo{};
      case 7:
        return command::ToParting{};
      default:
        return command::SelectLane{sign()};
    }
  }

  Command question() {
    switch (below(9)) {
      case 0:
        return command::SetPrediction{static_cast<QuestionForm>(below(3)),
                                      static_cast<HowOften>(below(3)), coin()};
      case 1:
      case 2:
        return command::StartPrediction{};
      case 3:
        return command::StopPrediction{};
      case 4:
        return command::Answer{static_cast<char>('0' + below(10))};
      case 5:
        return command::ConfirmAnswer{};
      case 6:
        return command::SkipQuestion{below(5) == 0};
      case 7:
        return command::RevealAnswer{};
      default:
        return command::TypeAnswer{coin() ? '\b' : static_cast<char>('0' + below(10))};
    }
  }

  Command drawing() {
    switch (below(8)) {
      case 0:
        return command::Draw{};
      case 1:
        return command::PaintCells{index(9), index(60), index(60), static_cast<Stroke>(below(5)),
                                   coin()};
      case 2:
        return command::PaintHere{static_cast<Stroke>(below(5))};
      case 3:
        return command::MoveDrawingCursor{sign(), sign(), coin()};
      case 4:
        return command::TellDrawing{};
      case 5:
        return command::UndoStroke{};
      case 6:
        return command::DrawingRoom{static_cast<std::uint32_t>(below(90))};
      default:
        return command::Escape{};
    }
  }

  Command display() {
    switch (below(6)) {
      case 0:
        return command::NextTheme{};
      case 1:
        return command::NextDepth{};
      case 2:
        return command::TypeSize{below(3) - 1};
      case 3:
        return command::ExplainTime{};
      case 4:
        return command::CloseCard{};
      default:
        return command::Flip{static_cast<command::Toggle>(below(17))};
    }
  }

  std::mt19937 engine_;
};

bool finite(const Box& box) {
  return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width) &&
         std::isfinite(box.height) && box.width > -kRounding && box.height > -kRounding;
}

bool finite(Point at) { return std::isfinite(at.x) && std::isfinite(at.y); }

bool finite(const Shape& shape) {
  if (const auto* rect = std::get_if<RectShape>(&shape.form)) {
    return finite(rect->box);
  }
  if (const auto* path = std::get_if<PathShape>(&shape.form)) {
    return std::all_of(path->points.begin(), path->points.end(), [](Point p) { return finite(p); });
  }
  if (const auto* circle = std::get_if<CircleShape>(&shape.form)) {
    return finite(circle->centre) && std::isfinite(circle->radius);
  }
  const auto* text = std::get_if<TextShape>(&shape.form);
  return text == nullptr || finite(text->at);
}

/// Lanes stand one below the other.
bool lanes_apart(const RunPlace& run) {
  for (std::size_t i = 1; i < run.lane_places.size(); ++i) {
    const LanePlace& above = run.lane_places[i - 1];
    const LanePlace& below = run.lane_places[i];
    if (above.pinned == below.pinned && above.box.bottom() > below.box.y + 0.5F) {
      return false;
    }
  }
  return true;
}

/// What the layout of the session's view lacks; empty if nothing.
std::string layout_fault(Session& session) {
  const Timeline timeline = layout(session.timeline_view(900, 500, 1), embedded_measure());
  if (!std::all_of(timeline.shapes.begin(), timeline.shapes.end(),
                   [](const Shape& shape) { return finite(shape); })) {
    return "a shape has no place";
  }
  if (!std::all_of(timeline.runs.begin(), timeline.runs.end(), lanes_apart)) {
    return "lanes overlap";
  }
  return std::isfinite(timeline.content_height) ? "" : "it has no height";
}

/// What is broken in the model; empty if nothing.
std::string model_fault(Session& session) {
  const ViewState& view = session.view();
  if (session.run_count() == 0 || view.runs.size() != session.run_count()) {
    return "runs and their choices differ in number";
  }
  if (view.focus >= session.run_count() || session.selected_run() >= session.run_count()) {
    return "the run in focus, or of the selection, is not there";
  }
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    if (session.playhead(i) >= session.run(i).trace().size()) {
      return "a playhead stands outside of its trace";
    }
  }
  const AxisStretch stretch = session.wanted_stretch();
  if (!(stretch.from < stretch.to) || stretch.from < -1e-6 ||
      (!session.masked() && stretch.to > session.axis_extent() * (1 + 1e-9) + 1e-6)) {
    return "the view lies outside of the run";
  }
  for (const Parameter& parameter : session.scenario().parameters) {
    const double value = session.value_of(parameter);
    if (!(value >= parameter.min && value <= parameter.max)) {
      return parameter.name + " is outside of its range";
    }
  }
  return session.title().ends_with(" – Interleave") ? "" : "the title is broken";
}

TEST_CASE("five hundred random actions leave the model whole, from any of several seeds") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    Monkey monkey(seed);
    Session session;
    for (int i = 0; i < kActions; ++i) {
      const Command command = monkey.next(session);
      session.apply(command);
      session.tick(monkey.below(400) * 1'000'000LL);
      INFO("seed " << seed << ", action " << i << ", of kind " << command.index() << ": "
                   << session.title());
      REQUIRE(model_fault(session) == "");
      if (i % 5 == 0) {
        REQUIRE(layout_fault(session) == "");
      }
    }
  }
}

TEST_CASE("whatever was done can be taken back step by step, and done again") {
  Monkey monkey(7);
  Session session;
  for (int i = 0; i < kActions / 2; ++i) {
    session.apply(monkey.next(session));
  }
  session.apply(command::StopPrediction{});
  if (session.drawing().on) {
    session.apply(command::Draw{});
  }
  const ViewState last = session.view();
  int back = 0;
  while (session.can_undo() && back < 1000) {
    session.apply(command::Undo{});
    REQUIRE(model_fault(session) == "");
    ++back;
  }
  CHECK(back > 10);
  CHECK_FALSE(session.can_undo());
  for (int i = 0; i < back; ++i) {
    session.apply(command::Redo{});
  }
  CHECK_FALSE(session.can_redo());
  CHECK(session.view() == last);
}

}  // namespace
}  // namespace interleave
