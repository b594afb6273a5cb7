#pragma once

#include <memory>
#include <string>

#include "app/session/session.h"
#include "app/session/settings_file.h"
#include "app/window/glyphs.h"
#include "app/window/input.h"
#include "app/window/ui.h"

struct GLFWcursor;
struct GLFWwindow;

namespace interleave {

struct Overlay;

/// The window's one frame loop over a Session. It can be entered again for each frame (a browser
/// does), and draws only when something has changed.
class App {
 public:
  /// The window's OpenGL context is current. `scale`: pixels per unit, 0 for the display's own.
  App(GLFWwindow* window, Session& session, float scale);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// One turn: waits for input if nothing moves, takes it in, lets time go on, draws if need be.
  void turn();
  [[nodiscard]] bool done() const;

  InputQueue& inputs() { return inputs_; }
  /// Something outside changed (size, uncovered): it must be drawn.
  void invalidate(int frames = 2) { frames_due_ = std::max(frames_due_, frames); }

 private:
  void wait() const;
  /// Takes in what came; false if a frame has to be drawn before the rest.
  bool take_inputs();
  bool take(const Input& what);
  bool press(const input::KeyPress& press);
  bool press_over(const Overlay& overlay, Chord chord);
  void type(char32_t letter);
  void apply(const Command& command);
  void note_overlay();
  void follow_title();
  void follow_full_screen();
  void frame();
  void show_cursor(bool hand);

  GLFWwindow* window_;
  Session& session_;
  UiState state_;
  std::unique_ptr<Glyphs> glyphs_;
  InputQueue inputs_;
  std::vector<Command> commands_;
  float scale_;
  double last_time_ = 0;
  int frames_due_ = 2;
  bool buttons_changed_ = false;
  bool swallow_letter_ = false;
  const Overlay* overlay_ = nullptr;
  std::string title_;
  bool full_screen_ = false;
  int restore_[4] = {0, 0, 0, 0};
  GLFWcursor* hand_ = nullptr;
  bool hand_shown_ = false;
};

}  // namespace interleave
