#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/export/picture.h"
#include "app/session/session.h"
#include "app/timeline/colours.h"
#include "app/window/export_choices.h"
#include "app/window/painter.h"
#include "app/window/presentation.h"
#include "app/window/text_field.h"
#include "app/window/timeline_touch.h"

namespace interleave {

using Id = std::uint32_t;

/// What the mouse does with one area this frame.
struct Touch {
  bool hovered = false;
  /// The button is held that went down here.
  bool held = false;
  bool pressed = false;
  bool clicked = false;
  bool double_clicked = false;
  bool released = false;
  /// Chosen with the keyboard, or clicked.
  bool activated = false;
  /// The keyboard's focus is on it.
  bool focused = false;
  /// Presses of → less those of ← while it had the focus.
  int nudge = 0;
};

/// A control the keyboard can get to.
struct FocusStop {
  Id id = 0;
  int panel = 0;
  bool slider = false;
};

/// The page last composed for the export dialogue, and what it was composed of.
struct ExportPreview {
  std::string key;
  Page page;
};

/// What stays from frame to frame and is no business of the session: scrolling, focus, text fields.
struct UiState {
  std::unordered_map<Id, float> scroll;
  std::vector<FocusStop> stops;
  Id focus = 0;
  /// Set by keys, used up by the control in focus.
  bool activate = false;
  int nudge = 0;
  /// What was last scrolled to, so that a panel follows the playhead and else stays put.
  std::unordered_map<Id, std::uint64_t> followed;

  TimelineTouch timeline;
  /// Where there is one, all words of a frame are noted in it.
  std::vector<ShownWords>* shown_words = nullptr;
  /// Where things are in this frame, for what points at them: panels by their names, and parts of
  /// panels that say so.
  std::unordered_map<std::string_view, Box> places;

  TextField palette_field;
  /// The text that the choice belongs to, and the row that is chosen.
  std::string palette_query;
  std::size_t palette_choice = 0;
  TextField goto_field;
  TextField open_field;
  /// The row of the open dialogue's list that is chosen, from 1; 0: what is typed.
  std::size_t open_choice = 0;
  ExportChoices export_choices;
  ExportPreview export_preview;
  TextField tally_path;
  /// Why the tally was not saved; said in the dialogue.
  std::string tally_error;

  void move_focus(int delta, bool panels);
  [[nodiscard]] bool slider_focused() const;
};

/// Everything a panel is given for one frame. Coordinates are at scale 1; `paint` makes them
/// pixels.
struct Ui {
  Session& session;
  UiState& state;
  Painter paint;
  float scale = 1;
  /// The window, at scale 1.
  Box window;
  /// Commands to be applied after the frame, so that a frame shows one state throughout.
  std::vector<Command>& commands;
  /// False for what lies under a dialogue.
  bool takes_input = true;
  int panel = 0;
  /// Said beside the mouse at the end of the frame.
  std::string tooltip;
  /// What the keyboard has got to, in pixels: words that are cut there are said in full.
  std::optional<Box> chosen;
  bool hand_cursor = false;
  /// Colours of the focused run's tasks, the same as on the timeline.
  const ColourMap* colours = nullptr;
  /// While there is one: sizes and places of it.
  const Presentation* presentation = nullptr;
  /// How many times as large as in the window the panel is that is being drawn; its coordinates
  /// stay what they are there.
  float zoom = 1;

  [[nodiscard]] Paint colour_of(TaskId task, float alpha = 1) const;
  /// Writes `text` and gives the x behind it.
  float say(Point at, std::string_view text, float size, Face face, Paint ink);
  void send(Command command) { commands.push_back(std::move(command)); }

  /// Makes an area one that can be clicked and got to with Tab.
  Touch touch(Id id, Box box, bool slider = false);
  /// The same without the keyboard (a lane, the ruler).
  Touch touch_mouse(Id id, Box box);
  [[nodiscard]] Point mouse() const;
  [[nodiscard]] float width_of(std::string_view text, float size, Face face) const;
  void focus_ring(Box box, float radius);
  void choose(Box box) {
    chosen = {box.x * scale, box.y * scale, box.width * scale, box.height * scale};
  }
};

/// All that is drawn while it lives is so many times as large. A box of the whole becomes one of it
/// by within().
class Zoomed {
 public:
  Zoomed(Ui& ui, float zoom);
  ~Zoomed();
  Zoomed(const Zoomed&) = delete;
  Zoomed& operator=(const Zoomed&) = delete;
  [[nodiscard]] Box within(Box box) const;

 private:
  void set(float scale, float zoom, float window_times);
  Ui& ui_;
  float scale_;
  float zoom_;
};

/// "B · Concurrent": of which run a panel speaks; its title alone where there is one run.
[[nodiscard]] std::string run_note(Session& session);

/// An id from words and a number.
[[nodiscard]] constexpr Id id_of(std::string_view name, std::uint64_t number = 0) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  for (int i = 0; i < 8; ++i) {
    hash = (hash ^ static_cast<std::uint32_t>((number >> (8 * i)) & 0xffU)) * 16777619U;
  }
  return hash;
}

inline Paint paint(Role role, float alpha = 1) { return {role, 0, alpha}; }
inline Paint task_paint(std::uint16_t index, float alpha = 1) { return {Role::task, index, alpha}; }

}  // namespace interleave
