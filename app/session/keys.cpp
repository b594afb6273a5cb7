#include "app/session/keys.h"

#include <array>

#include "app/session/session.h"

namespace interleave {

namespace {

using namespace command;  // NOLINT: the table below is nothing but commands
constexpr std::uint8_t kCtrlShift = kCtrl | kShift;

// Plain arrays: a vector of such braces takes the compiler gigabytes to resolve.
std::span<const Binding> playhead_keys() {
  static const Binding rows[] = {
      {{key::right}, Step{1}, "next, previous stop"},
      {{key::left}, Step{-1}, ""},
      {{key::page_down}, Step{1}, "the same, from a presenter’s clicker"},
      {{key::page_up}, Step{-1}, ""},
      {{key::right, kShift}, StepEvent{1}, "next, previous event of any kind"},
      {{key::left, kShift}, StepEvent{-1}, ""},
      {{key::right, kCtrl}, StepIteration{1}, "next, previous iteration of the loop"},
      {{key::left, kCtrl}, StepIteration{-1}, ""},
      {{key::home}, ToStart{}, "to the start, to the end"},
      {{key::end}, ToEnd{}, ""},
      {{key::right, kCtrlShift}, ToEnd{}, "to the end, to the start"},
      {{key::left, kCtrlShift}, ToStart{}, ""},
      {{'N'}, StepOfTask{1}, "next, previous stop of this task"},
      {{'P'}, StepOfTask{-1}, ""},
      {{'G'}, Flip{Toggle::goto_dialogue}, "go to a step or a time"},
      {{' '}, PlayPause{}, "play, pause"},
      {{key::up, kAlt}, ChangeSpeed{1}, "faster, slower"},
      {{key::down, kAlt}, ChangeSpeed{-1}, ""},
  };
  return rows;
}

std::span<const Binding> timeline_keys() {
  static const Binding rows[] = {
      {{key::up}, SelectLane{-1}, "select a lane"},
      {{key::down}, SelectLane{1}, ""},
      {{key::enter}, OpenSelected{}, "open: this instant, the lane’s children"},
      {{key::enter, kShift}, PinLane{}, "pin the lane, or let it go"},
      {{'F', kCtrl}, Flip{Toggle::lane_filter}, "find lanes by name"},
      {{'T'}, ToggleAxis{}, "axis: time or steps"},
      {{'+'}, Zoom{1.25, std::nullopt}, "closer, farther"},
      {{'-'}, Zoom{0.8, std::nullopt}, ""},
      {{key::left, kAlt}, Pan{0, -0.15, false}, "pan"},
      {{key::right, kAlt}, Pan{0, 0.15, false}, ""},
      {{'0'}, ShowAll{}, "all of the run"},
      {{'F'}, FitSelection{}, "fit the selection"},
      {{'M'}, Mark{}, "mark: from here to the playhead"},
      {{'H'}, Flip{Toggle::veil}, "lift the veil over what is to come"},
  };
  return rows;
}

std::span<const Binding> run_keys() {
  static const Binding rows[] = {
      {{'1', kCtrl}, SetModeNumber{1}, "first … ninth mode"},
      {{'2', kCtrl}, SetModeNumber{2}, ""},
      {{'3', kCtrl}, SetModeNumber{3}, ""},
      {{'4', kCtrl}, SetModeNumber{4}, ""},
      {{'5', kCtrl}, SetModeNumber{5}, ""},
      {{'6', kCtrl}, SetModeNumber{6}, ""},
      {{'7', kCtrl}, SetModeNumber{7}, ""},
      {{'8', kCtrl}, SetModeNumber{8}, ""},
      {{'9', kCtrl}, SetModeNumber{9}, ""},
      {{key::up, kCtrl}, NextScenario{-1}, "previous, next lesson"},
      {{key::down, kCtrl}, NextScenario{1}, ""},
      {{'C'}, ToggleComparison{}, "compare two runs, or show one"},
      {{'C', kShift}, CopyRun{}, "compare with a copy: other parameters"},
      {{key::del}, RemoveRun{std::nullopt}, "take this run out of the comparison"},
      {{'X'}, SwapRuns{}, "swap the runs"},
      {{'A'}, FocusNextRun{1}, "next, previous of the runs A, B …"},
      {{'A', kShift}, FocusNextRun{-1}, ""},
      {{'R'}, FoldRun{std::nullopt}, "fold this run’s lanes, or open them"},
      {{'X', kShift}, PartPlayheads{}, "playheads together, or each its own"},
      {{'J'}, ToParting{}, "jump to where the runs part"},
      {{'W', kShift}, ExplainTime{std::nullopt}, "where did the time go?"},
      {{'Z', kCtrl}, Undo{}, "back in views, parameters, modes"},
      {{'Z', kCtrlShift}, Redo{}, "forward again"},
      {{'Y', kCtrl}, Redo{}, ""},
  };
  return rows;
}

std::span<const Binding> window_keys() {
  static const Binding rows[] = {
      {{'L'}, Flip{Toggle::listing}, "listing"},
      {{'O'}, Flip{Toggle::output}, "output"},
      {{'W'}, Flip{Toggle::why}, "why isn’t it running?"},
      {{'V'}, NextDepth{}, "how much is told"},
      {{'D'}, NextTheme{}, "light, dark, high contrast"},
      {{'M', kAlt}, Flip{Toggle::reduced_motion}, "less motion"},
      {{'+', kCtrl}, TypeSize{1}, "larger, smaller, normal type"},
      {{'-', kCtrl}, TypeSize{-1}, ""},
      {{'0', kCtrl}, TypeSize{0}, ""},
      {{key::tab}, MoveFocus{1, false}, "next, previous control"},
      {{key::tab, kShift}, MoveFocus{-1, false}, ""},
      {{key::f6}, MoveFocus{1, true}, "next, previous panel"},
      {{key::f6, kShift}, MoveFocus{-1, true}, ""},
      {{'E', kCtrl}, Flip{Toggle::export_dialogue}, "export a picture"},
      {{'O', kCtrl}, Flip{Toggle::open_dialogue}, "open a file"},
      {{'P', kCtrl}, Flip{Toggle::palette}, "find a lesson or an action"},
      {{key::escape}, Escape{}, "close the topmost thing"},
      {{'Q', kCtrl}, Quit{}, "quit"},
      {{'?'}, Flip{Toggle::help}, "all keys"},
  };
  return rows;
}

std::span<const Binding> presentation_keys() {
  static const Binding rows[] = {
      {{key::f5}, Flip{Toggle::presentation}, "presentation; Esc leaves it, too"},
      {{key::enter}, Step{1}, "in it: next, previous stop", kInPresentation},
      {{key::backspace}, Step{-1}, "", kInPresentation},
      {{'.'}, Flip{Toggle::blank}, "in it: a black screen, till any key", kInPresentation},
      {{'B'}, Flip{Toggle::blank}, "", kInPresentation},
      {{key::f11}, Flip{Toggle::full_screen}, "full screen"},
  };
  return rows;
}

std::span<const Binding> prediction_keys() {
  static const Binding rows[] = {
      {{'Q'}, Flip{Toggle::prediction}, "ask what comes next: what, how often"},
      {{'1'}, Answer{'1'}, "an answer; the same again confirms it", kAsking},
      {{'2'}, Answer{'2'}, "", kAsking},
      {{'3'}, Answer{'3'}, "", kAsking},
      {{'4'}, Answer{'4'}, "", kAsking},
      {{'5'}, Answer{'5'}, "", kAsking},
      {{'6'}, Answer{'6'}, "", kAsking},
      {{'7'}, Answer{'7'}, "", kAsking},
      {{'8'}, Answer{'8'}, "", kAsking},
      {{'9'}, Answer{'9'}, "", kAsking},
      {{'0'}, Answer{'0'}, "", kAsking},
      {{'1'}, TypeAnswer{'1'}, "how long: the seconds", kTyping},
      {{'2'}, TypeAnswer{'2'}, "", kTyping},
      {{'3'}, TypeAnswer{'3'}, "", kTyping},
      {{'4'}, TypeAnswer{'4'}, "", kTyping},
      {{'5'}, TypeAnswer{'5'}, "", kTyping},
      {{'6'}, TypeAnswer{'6'}, "", kTyping},
      {{'7'}, TypeAnswer{'7'}, "", kTyping},
      {{'8'}, TypeAnswer{'8'}, "", kTyping},
      {{'9'}, TypeAnswer{'9'}, "", kTyping},
      {{'0'}, TypeAnswer{'0'}, "", kTyping},
      {{'.'}, TypeAnswer{'.'}, "", kTyping},
      {{','}, TypeAnswer{'.'}, "", kTyping},
      {{'N'}, Answer{'N'}, "it never ends, it fails", kTyping},
      {{'F'}, Answer{'F'}, "", kTyping},
      {{key::enter}, ConfirmAnswer{}, "confirm; Esc clears", kAsking | kTyping},
      {{key::backspace}, TypeAnswer{'\b'}, "take the last vote or digit back", kAsking | kTyping},
      {{key::page_down}, RevealAnswer{}, "show the truth without an answer", kAsking | kTyping},
      {{'S'}, SkipQuestion{false}, "skip this question, the rest of the run", kAsking | kTyping},
      {{'S', kShift}, SkipQuestion{true}, "", kAsking | kTyping},
      {{key::enter}, Step{1}, "after the truth: go on", kTold},
      {{'H', kShift}, FlipTally{}, "hide the tally"},
      {{'S', kCtrl}, Flip{Toggle::tally_dialogue}, "save the tally"},
      {{'1'},
       SetPrediction{QuestionForm::who_next, {}, {}},
       "in the chooser: what, how often",
       kChoosing},
      {{'2'}, SetPrediction{QuestionForm::printed, {}, {}}, "", kChoosing},
      {{'3'}, SetPrediction{QuestionForm::how_long, {}, {}}, "", kChoosing},
      {{'4'}, Draw{}, "", kChoosing},
      {{'5'}, SetPrediction{{}, HowOften::interesting, {}}, "", kChoosing},
      {{'6'}, SetPrediction{{}, HowOften::every_stop, {}}, "", kChoosing},
      {{'7'}, SetPrediction{{}, HowOften::only_here, {}}, "", kChoosing},
      {{'8'}, SetPrediction{{}, {}, false}, "", kChoosing},
      {{'9'}, SetPrediction{{}, {}, true}, "", kChoosing},
      {{'0'}, StopPrediction{}, "stop asking, start", kChoosing},
      {{key::enter}, StartPrediction{}, "", kChoosing},
  };
  return rows;
}

std::span<const Binding> drawing_keys() {
  static const Binding rows[] = {
      {{'Q', kShift}, Draw{}, "draw it: a sheet for what each task will do"},
      {{'1'},
       PaintHere{Stroke::running},
       "on it: running, ready, suspended, blocked; erase",
       kInDrawing},
      {{'2'}, PaintHere{Stroke::ready}, "", kInDrawing},
      {{'3'}, PaintHere{Stroke::suspended}, "", kInDrawing},
      {{'4'}, PaintHere{Stroke::blocked}, "", kInDrawing},
      {{'5'}, PaintHere{Stroke::none}, "", kInDrawing},
      {{key::right}, MoveDrawingCursor{1, 0, false}, "on it: another cell, row", kInDrawing},
      {{key::left}, MoveDrawingCursor{-1, 0, false}, "", kInDrawing},
      {{key::up}, MoveDrawingCursor{0, -1, false}, "", kInDrawing},
      {{key::down}, MoveDrawingCursor{0, 1, false}, "", kInDrawing},
      {{key::right, kShift}, MoveDrawingCursor{1, 0, true}, "on it: several cells", kInDrawing},
      {{key::left, kShift}, MoveDrawingCursor{-1, 0, true}, "", kInDrawing},
      {{key::enter}, TellDrawing{}, "on it: the truth above it; then close it", kInDrawing},
      {{key::page_down}, TellDrawing{}, "", kInDrawing},
      {{'Z', kCtrl}, UndoStroke{}, "on it: take the last stroke back", kInDrawing},
      {{key::del}, ClearDrawing{}, "on it: begin again", kInDrawing},
  };
  return rows;
}

/// What is done to the window acts over the sheet, too; what is done to the run does not.
bool acts_in_drawing(const Command& command) {
  if (const auto* flip = std::get_if<Flip>(&command)) {
    return flip->what == Toggle::help || flip->what == Toggle::full_screen ||
           flip->what == Toggle::export_dialogue || flip->what == Toggle::presentation ||
           flip->what == Toggle::reduced_motion;
  }
  return std::holds_alternative<Draw>(command) || std::holds_alternative<Escape>(command) ||
         std::holds_alternative<NextTheme>(command) || std::holds_alternative<TypeSize>(command) ||
         std::holds_alternative<MoveFocus>(command) || std::holds_alternative<Quit>(command);
}

constexpr std::array<KeyGroup::MouseLine, 1> kDrawingMouse = {{
    {"drag, Shift+drag", "draw it: paint, straight"},
}};
constexpr std::array<KeyGroup::MouseLine, 7> kTimelineMouse = {{
    {"Ctrl+wheel", "zoom at the cursor"},
    {"wheel", "scroll lanes, or pan"},
    {"Shift+wheel, drag", "pan"},
    {"click on a block, mark", "the playhead goes there"},
    {"click on the ruler", "the playhead, at a stop; Alt: anywhere"},
    {"drag there, Shift+drag", "a span and its sums"},
    {"drag the playhead", "goes from stop to stop"},
}};
constexpr std::array<KeyGroup::MouseLine, 1> kRunMouse = {{
    {"Ctrl+click on a mode", "into the comparison, or out"},
}};
constexpr std::array<KeyGroup::MouseLine, 1> kPredictionMouse = {{
    {"click on a lane", "that task is the answer"},
}};
constexpr std::array<KeyGroup::MouseLine, 1> kWindowMouse = {{
    {"← → on a slider", "change it"},
}};

std::string name_of_key(Key k) {
  switch (k) {
    case key::left:
      return "←";
    case key::right:
      return "→";
    case key::up:
      return "↑";
    case key::down:
      return "↓";
    case key::home:
      return "Home";
    case key::end:
      return "End";
    case key::page_up:
      return "PgUp";
    case key::page_down:
      return "PgDn";
    case key::enter:
      return "Enter";
    case key::escape:
      return "Esc";
    case key::tab:
      return "Tab";
    case key::backspace:
      return "Backspace";
    case key::del:
      return "Del";
    case ' ':
      return "space";
    case '-':
      return "−";
    default:
      break;
  }
  if (k >= key::f1) {
    return "F" + std::to_string(k - key::f1 + 1);
  }
  return {static_cast<char>(k)};
}

}  // namespace

std::string words_for(Chord chord) {
  std::string words;
  if ((chord.mods & kCtrl) != 0) {
    words += "Ctrl+";
  }
  if ((chord.mods & kAlt) != 0) {
    words += "Alt+";
  }
  if ((chord.mods & kShift) != 0) {
    words += "Shift+";
  }
  return words + name_of_key(chord.key);
}

std::span<const KeyGroup> key_groups() {
  static const std::array<KeyGroup, 7> groups = {{
      {"The playhead", playhead_keys(), {}},
      {"The timeline", timeline_keys(), kTimelineMouse},
      {"What is run", run_keys(), kRunMouse},
      {"Draw it", drawing_keys(), kDrawingMouse},
      {"Before a class", presentation_keys(), {}},
      {"The window", window_keys(), kWindowMouse},
      {"Prediction", prediction_keys(), kPredictionMouse},
  }};
  return groups;
}

KeyContexts key_contexts(const Session& session) {
  const Prediction& prediction = session.prediction();
  KeyContexts now = session.shown(Toggle::presentation) ? kInPresentation : KeyContexts{0};
  if (prediction.choosing) {
    now |= kChoosing;
  } else if (prediction.asking()) {
    now |= prediction.question.form == QuestionForm::how_long ? kTyping : kAsking;
  } else if (prediction.stage != Prediction::Stage::none) {
    now |= kTold;
  }
  return session.drawing().on ? kInDrawing : now;
}

std::optional<Command> command_for(Chord chord, KeyContexts now) {
  const Binding* found = nullptr;
  for (const KeyGroup& group : key_groups()) {
    for (const Binding& binding : group.bindings) {
      const bool obeyed = (now & kInDrawing) != 0
                              ? binding.only_in == kInDrawing || acts_in_drawing(binding.command)
                              : binding.only_in == 0 || (binding.only_in & now) != 0;
      if (binding.chord == chord && obeyed && (found == nullptr || binding.only_in != 0)) {
        found = &binding;
      }
    }
  }
  return found != nullptr ? std::optional(found->command) : std::nullopt;
}

bool acts_in_text_field(Chord chord) {
  return chord.key == key::escape || chord.key == key::enter || (chord.mods & kCtrl) != 0;
}

}  // namespace interleave
