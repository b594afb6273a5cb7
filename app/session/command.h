#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "app/session/prediction.h"
#include "app/timeline/picture_view.h"
#include "app/timeline/theme.h"
#include "app/timeline/view.h"
#include "app/trace/sketch.h"
#include "app/trace/trace.h"

namespace interleave {

/// Everything that can be done to a Session: keys, buttons, clicks and tests send the same values.
namespace command {

/// Moves of the playhead by `count`; negative goes back.
struct Step {
  int count = 1;
};
struct StepEvent {
  int count = 1;
};
struct StepIteration {
  int count = 1;
};
struct StepOfTask {
  int count = 1;
};
struct ToStart {};
struct ToEnd {};
/// Stands on an event of a run.
struct GoTo {
  std::size_t run = 0;
  Seq seq = 0;
};
struct GoToStep {
  std::uint32_t step = 1;
};
struct GoToTime {
  std::int64_t t_ns = 0;
};

struct PlayPause {};
/// One notch of the speeds 0.1 … 10; negative is slower.
struct ChangeSpeed {
  int notches = 1;
};
struct SetSpeed {
  double speed = 1;
};

struct SelectLane {
  int delta = 1;
};
struct SelectTask {
  std::size_t run = 0;
  TaskId task = kNoTask;
};
/// Opens or closes what stands at the playhead: its instant.
struct OpenSelected {};
/// Opens or closes an instant that several steps share.
struct OpenInstant {
  std::size_t run = 0;
  std::int64_t t_ns = 0;
};
/// Closes the topmost thing: dialogue, opened instant, selection.
struct Escape {};

struct SetScenario {
  std::string id;
};
/// Reads a trace file and shows it; what is on view stays if it can't be read.
struct OpenFile {
  std::string path;
};
/// Reads no further: what has been read stays on view.
struct CancelOpening {};
struct NextScenario {
  int delta = 1;
};
/// Shows one mode, or as the run in focus of a comparison.
struct SetMode {
  std::string id;
};
/// The same by place among the scenario's modes, from 1.
struct SetModeNumber {
  int number = 1;
};
/// Puts a mode into the comparison, or takes it out.
struct ToggleMode {
  std::string id;
};
struct SetParam {
  std::string name;
  double value = 0;
  /// While a slider is dragged: one step of history, at its end.
  bool dragging = false;
};
struct ApplyPreset {
  std::string id;
};
/// Back to what the mode begins with.
struct ResetParam {
  std::string name;
};
struct ResetParams {};
struct FocusRun {
  std::size_t run = 0;
};
struct ToggleComparison {};
struct SwapRuns {};
/// Puts a copy of the focused run beside it, with parameters of its own.
struct CopyRun {};
/// Takes a run out of the comparison; without a number the focused one.
struct RemoveRun {
  std::optional<std::size_t> run;
};
struct FocusNextRun {
  int delta = 1;
};
/// Folds a run to its thread's lane, or opens it; without a number the focused one.
struct FoldRun {
  std::optional<std::size_t> run;
};
/// All playheads at one time, or each run's at its own place.
struct PartPlayheads {};
/// To the first event that is another in the focused run and the first (or, from the first, in the
/// next).
struct ToParting {};
/// Opens or closes "where did the time go?", on that run or the focused one.
struct ExplainTime {
  std::optional<std::size_t> run;
};

/// Shows again what an exported picture shows: its runs, axis, stretch, playhead and selection.
struct ShowPicture {
  PictureView view;
};

struct ToggleAxis {};
struct SetAxis {
  Axis axis = Axis::time;
};
/// Zooms by a factor (above 1: closer) at a place of the axis; without one, at the playhead.
struct Zoom {
  double factor = 1;
  std::optional<double> at;
};
/// Along the axis by `by` of its units and by `part` of what is on view; dragged, it is there at
/// once.
struct Pan {
  double by = 0;
  double part = 0;
  bool dragging = false;
};
/// A drag or another gesture is over: what comes next is a change of its own.
struct EndGesture {};
struct ScrollLanes {
  float by_px = 0;
};
struct ShowAll {};
struct FitSelection {};
struct SetSpan {
  double from = 0;
  double to = 0;
};
struct ClearSpan {
  bool mark_too = false;
};
struct Mark {};

/// Folds a task's children into its lane, or opens them.
struct FoldLane {
  std::size_t run = 0;
  TaskId task = kNoTask;
};
/// Keeps a lane in sight above the others, or lets it go; without one the selected task's.
struct PinLane {
  std::size_t run = 0;
  std::optional<LaneKey> lane;
};
/// Only lanes with this in their names; empty: all.
struct FilterLanes {
  std::string text;
};

struct Undo {};
struct Redo {};

enum class Toggle : std::uint8_t {
  listing,
  output,
  why,
  veil,
  help,
  full_screen,
  export_dialogue,
  goto_dialogue,
  tally_dialogue,
  cpp_listing,
  presentation,
  /// A black screen, in presentation.
  blank,
  reduced_motion,
  lane_filter,
  /// The chooser of what a class is asked.
  prediction,
  palette,
  open_dialogue,
};
struct Flip {
  Toggle what = Toggle::listing;
};
/// The next of the three depths of narration.
struct NextDepth {};
struct NextTheme {};
struct SetTheme {
  ThemeId theme = ThemeId::light;
};
/// One notch of the size of type; 0 is back to normal.
struct TypeSize {
  int notches = 0;
};
/// Opens a sheet to draw what the focused run will do, or closes it.
struct Draw {};
/// So many columns fit on the sheet; an empty one is made anew for that.
struct DrawingRoom {
  std::uint32_t columns = 40;
};
/// Paints cells of one row, both ends in; `continues` belongs to the stroke before.
struct PaintCells {
  std::size_t row = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  Stroke stroke = Stroke::running;
  bool continues = false;
};
/// Takes a brush, and paints where the keyboard stands.
struct PaintHere {
  Stroke stroke = Stroke::running;
};
struct ChooseBrush {
  Stroke stroke = Stroke::running;
};
struct MoveDrawingCursor {
  int across = 0;
  int down = 0;
  bool extend = false;
};
/// Lays the truth above the drawing; then closes it.
struct TellDrawing {};
struct UndoStroke {};
struct ClearDrawing {};

struct ClearNotice {};
/// Closes the card with the lesson's question, or that with what to notice.
struct CloseCard {};
/// Remembers that an entry of the palette was used; its command is applied apart.
struct NoteUse {
  std::string entry;
};
/// The tour of the window: begins, goes on or back, ends (also where it was only offered).
struct StartTour {};
struct TourStep {
  int delta = 1;
};
struct EndTour {};

// Prediction: see app/session/prediction.h.
/// Chooses it; what is absent stays.
struct SetPrediction {
  std::optional<QuestionForm> form;
  std::optional<HowOften> how_often;
  std::optional<bool> votes;
};
struct StartPrediction {};
struct StopPrediction {};
/// The answer on that key: selects it, or confirms what is selected, or adds a vote.
struct Answer {
  char key = '1';
};
/// The same of a task's lane.
struct AnswerLane {
  TaskId task = kNoTask;
};
/// A digit or a point of a number; '\b' takes back.
struct TypeAnswer {
  char letter = '0';
};
struct ConfirmAnswer {};
struct SkipQuestion {
  bool rest_of_run = false;
};
/// Tells the truth without an answer.
struct RevealAnswer {};
struct FlipTally {};

/// Moves the keyboard's focus among controls or panels. For the window; a session passes it over.
struct MoveFocus {
  int delta = 1;
  bool panels = false;
};
struct Quit {};

// clang-format off
/// One of them.
using Any = std::variant<
    Step,
    StepEvent,
    StepIteration,
    StepOfTask,
    ToStart,
    ToEnd,
    GoTo,
    GoToStep,
    GoToTime,
    PlayPause,
    ChangeSpeed,
    SetSpeed,
    SelectLane,
    SelectTask,
    OpenSelected,
    OpenInstant,
    Escape,
    SetScenario,
    OpenFile,
    CancelOpening,
    NextScenario,
    SetMode,
    SetModeNumber,
    ToggleMode,
    SetParam,
    ApplyPreset,
    ResetParam,
    ResetParams,
    FocusRun,
    ToggleComparison,
    SwapRuns,
    CopyRun,
    RemoveRun,
    FocusNextRun,
    FoldRun,
    PartPlayheads,
    ToParting,
    ExplainTime,
    ShowPicture,
    ToggleAxis,
    SetAxis,
    Zoom,
    Pan,
    ScrollLanes,
    EndGesture,
    ShowAll,
    FitSelection,
    SetSpan,
    ClearSpan,
    Mark,
    FoldLane,
    PinLane,
    FilterLanes,
    Undo,
    Redo,
    Flip,
    NextDepth,
    NextTheme,
    SetTheme,
    TypeSize,
    Draw,
    DrawingRoom,
    PaintCells,
    PaintHere,
    ChooseBrush,
    MoveDrawingCursor,
    TellDrawing,
    UndoStroke,
    ClearDrawing,
    ClearNotice,
    SetPrediction,
    StartPrediction,
    StopPrediction,
    Answer,
    AnswerLane,
    TypeAnswer,
    ConfirmAnswer,
    SkipQuestion,
    RevealAnswer,
    FlipTally,
    CloseCard,
    NoteUse,
    StartTour,
    TourStep,
    EndTour,
    MoveFocus,
    Quit>;
// clang-format on

template <class T, class Variant>
inline constexpr bool kIsOneOf = false;
template <class T, class... Kinds>
inline constexpr bool kIsOneOf<T, std::variant<Kinds...>> = (std::is_same_v<T, Kinds> || ...);

}  // namespace command

/// A command. It is copied, moved and destroyed in command.cpp alone: each does so by a table of a
/// function a kind, and many files together would spend most of their compiling on those.
class Command : public command::Any {
 public:
  template <class T>
  requires command::kIsOneOf<T, command::Any> Command(T kind)
  noexcept : command::Any(std::in_place_type<T>, std::move(kind)) {}

  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
};

}  // namespace interleave
