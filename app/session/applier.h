#pragma once

#include "app/session/command.h"
#include "app/session/session.h"

namespace interleave {

/// What each Command does to a Session. One overload a command, in one file a subject:
/// move_playhead.cpp, open_file.cpp, change_view.cpp, change_lanes.cpp, change_runs.cpp,
/// change_comparison.cpp, change_display.cpp, change_guide.cpp, change_drawing.cpp,
/// show_picture.cpp.
struct Session::Applier {
  Session& s;

  // Playhead, playing and selection.
  void operator()(const command::Step& c) const;
  void operator()(const command::StepEvent& c) const;
  void operator()(const command::StepIteration& c) const;
  void operator()(const command::StepOfTask& c) const;
  void operator()(const command::ToStart& c) const;
  void operator()(const command::ToEnd& c) const;
  void operator()(const command::GoTo& c) const;
  void operator()(const command::GoToStep& c) const;
  void operator()(const command::GoToTime& c) const;
  void operator()(const command::PlayPause& c) const;
  void operator()(const command::ChangeSpeed& c) const;
  void operator()(const command::SetSpeed& c) const;
  void operator()(const command::SelectLane& c) const;
  void operator()(const command::SelectTask& c) const;
  void operator()(const command::OpenSelected& c) const;
  void operator()(const command::OpenInstant& c) const;

  // What is run.
  void operator()(const command::SetScenario& c) const;
  void operator()(const command::OpenFile& c) const;
  void operator()(const command::CancelOpening& c) const;
  void operator()(const command::NextScenario& c) const;
  void operator()(const command::SetMode& c) const;
  void operator()(const command::SetModeNumber& c) const;
  void operator()(const command::ToggleMode& c) const;
  void operator()(const command::SetParam& c) const;
  void operator()(const command::ApplyPreset& c) const;
  void operator()(const command::ResetParam& c) const;
  void operator()(const command::ResetParams& c) const;
  void operator()(const command::FocusRun& c) const;
  void operator()(const command::ToggleComparison& c) const;
  void operator()(const command::SwapRuns& c) const;
  void operator()(const command::CopyRun& c) const;
  void operator()(const command::RemoveRun& c) const;
  void operator()(const command::FocusNextRun& c) const;
  void operator()(const command::FoldRun& c) const;
  void operator()(const command::PartPlayheads& c) const;
  void operator()(const command::ToParting& c) const;
  void operator()(const command::ExplainTime& c) const;
  void operator()(const command::ShowPicture& c) const;

  // What of it is seen.
  void operator()(const command::ToggleAxis& c) const;
  void operator()(const command::SetAxis& c) const;
  void operator()(const command::Zoom& c) const;
  void operator()(const command::Pan& c) const;
  void operator()(const command::ScrollLanes& c) const;
  void operator()(const command::EndGesture& c) const;
  void operator()(const command::ShowAll& c) const;
  void operator()(const command::FitSelection& c) const;
  void operator()(const command::SetSpan& c) const;
  void operator()(const command::ClearSpan& c) const;
  void operator()(const command::Mark& c) const;
  void operator()(const command::FoldLane& c) const;
  void operator()(const command::PinLane& c) const;
  void operator()(const command::FilterLanes& c) const;
  void operator()(const command::Undo& c) const;
  void operator()(const command::Redo& c) const;

  // How it is shown.
  void operator()(const command::Escape& c) const;
  void operator()(const command::Flip& c) const;
  void operator()(const command::NextDepth& c) const;
  void operator()(const command::NextTheme& c) const;
  void operator()(const command::SetTheme& c) const;
  void operator()(const command::TypeSize& c) const;
  void operator()(const command::ClearNotice& c) const;
  void operator()(const command::MoveFocus& c) const;
  void operator()(const command::Quit& c) const;

  // What guides through it.
  void operator()(const command::CloseCard& c) const;
  void operator()(const command::NoteUse& c) const;
  void operator()(const command::StartTour& c) const;
  void operator()(const command::TourStep& c) const;
  void operator()(const command::EndTour& c) const;

  // Asking what comes next.
  void operator()(const command::SetPrediction& c) const;
  void operator()(const command::StartPrediction& c) const;
  void operator()(const command::StopPrediction& c) const;
  void operator()(const command::Answer& c) const;
  void operator()(const command::AnswerLane& c) const;
  void operator()(const command::TypeAnswer& c) const;
  void operator()(const command::ConfirmAnswer& c) const;
  void operator()(const command::SkipQuestion& c) const;
  void operator()(const command::RevealAnswer& c) const;
  void operator()(const command::FlipTally& c) const;

  /// While a question is open: whether the command is held back, or meant for it and done.
  [[nodiscard]] bool taken_by_question(const Command& command) const;
  /// Where a command found the playhead, and in which run.
  struct Place {
    std::string run;
    Seq seq = 0;
  };
  [[nodiscard]] Place place() const;
  /// After a command: closes a question whose place has been left, and asks at a stop that has been
  /// come to.
  void follow_place(const Place& before) const;
  /// Asks here if there is something worth asking; whether it does.
  bool ask_here() const;
  /// Plays what was asked about; whether there is something new to be drawn.
  bool play_reveal(std::int64_t elapsed_ns) const;

  // Draw it.
  void operator()(const command::Draw& c) const;
  void operator()(const command::DrawingRoom& c) const;
  void operator()(const command::PaintCells& c) const;
  void operator()(const command::PaintHere& c) const;
  void operator()(const command::ChooseBrush& c) const;
  void operator()(const command::MoveDrawingCursor& c) const;
  void operator()(const command::TellDrawing& c) const;
  void operator()(const command::UndoStroke& c) const;
  void operator()(const command::ClearDrawing& c) const;

 private:
  friend class Session;
  void enter_tally() const;
  void show(AxisStretch stretch) const;
  [[nodiscard]] double closest() const;
  void run_with(ChosenSettings settings) const;
  void choose_runs(std::vector<RunChoice> runs, std::size_t focus) const;
  void forget_places() const;
  void fit_axis() const;
};

}  // namespace interleave
