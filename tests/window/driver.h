#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace interleave::driven {

/// A program of ours, started apart and ended at the end.
class Child {
 public:
  Child() = default;
  /// Variables are added to the environment as "NAME=value"; "NAME" alone takes one away.
  Child(const std::vector<std::string>& command, const std::vector<std::string>& variables,
        int keep_fd = -1);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) noexcept;
  ~Child();
  [[nodiscard]] int pid() const { return pid_; }
  /// Whether it has not ended yet.
  bool lives();
  /// The exit status, or -1 if it has not ended by then.
  int wait_for_end(double seconds);
  void end();

 private:
  int pid_ = -1;
};

/// Pixels of the window, three bytes each.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> bytes;

  [[nodiscard]] int brightness_at(int x, int y) const;
  /// How many pixels of a region differ.
  [[nodiscard]] int differing(const Picture& other, int x, int y, int w, int h) const;
  /// How many different colours it has, counted up to 1000.
  [[nodiscard]] int colours() const;
};

struct Setup {
  int width = 1600;
  int height = 1000;
  /// Dots per inch of the display: 192 is a scale of two.
  int dpi = 96;
  std::vector<std::string> arguments;
};

/// The real program in a display of its own (Xvfb), driven with xdotool.
class Driver {
 public:
  explicit Driver(const Setup& setup = {});
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  /// What is missing on this machine to drive a window; empty if nothing.
  static std::string missing();
  static std::string program();

  /// Starts it (again) and waits for its window.
  void start();
  /// From the program's start to its window, seconds.
  [[nodiscard]] double seconds_to_window() const { return seconds_to_window_; }
  void keys(const std::string& names);
  void type(const std::string& text);
  void click(int x, int y);
  /// The same with keys held: "ctrl", "shift".
  void click_with(const std::string& held, int x, int y);
  /// Notches of the wheel, up if positive, with a key held or none ("").
  void wheel(const std::string& held, int x, int y, int notches);
  void drag(int x0, int y0, int x1, int y1, const std::string& held = {});
  /// Many things in one call of xdotool, in its words: "key Right mousemove 10 20 click 1".
  void at_once(const std::string& words);
  /// Gives the window another size, and waits until it is drawn in it.
  void resize(int width, int height);
  [[nodiscard]] std::string title() const;
  /// The title, once it is what is wished for or some seconds have gone by.
  [[nodiscard]] std::string title_when(const std::function<bool(const std::string&)>& wished) const;
  /// The title, once it contains that.
  [[nodiscard]] std::string title_with(const std::string& part) const;
  /// The picture, once two in a row are the same.
  [[nodiscard]] Picture picture() const;
  /// The first that is as wished: for what a slow machine shows late. The last one if none comes.
  [[nodiscard]] Picture picture_that(const std::function<bool(const Picture&)>& wished) const;
  /// Processor seconds that the program has used.
  [[nodiscard]] double processor_seconds() const;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  Child& child() { return program_; }

 private:
  bool start_server();
  [[nodiscard]] Picture shot() const;
  std::string run(const std::string& command) const;

  Setup setup_;
  std::filesystem::path folder_;
  std::string display_;
  std::string window_;
  Child server_;
  Child program_;
  double seconds_to_window_ = 0;
};

}  // namespace interleave::driven
