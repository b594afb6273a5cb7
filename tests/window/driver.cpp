#include "tests/window/driver.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace interleave::driven {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void rest(int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

bool on_path(const std::string& program) {
  std::istringstream path(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(path, folder, ':');) {
    if (access((folder + "/" + program).c_str(), X_OK) == 0) {
      return true;
    }
  }
  return false;
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) {
    return output;
  }
  char buffer[65536];
  for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    output.append(buffer, n);
  }
  pclose(pipe);
  return output;
}

/// Whether a whole line comes through the pipe. To its end: a server writes the number and the end
/// of its line apart, and ends at once if nobody reads the second.
bool line_comes(int fd) {
  char last = 0;
  while (last != '\n' && read(fd, &last, 1) == 1) {
  }
  return last == '\n';
}

}  // namespace

Child::Child(const std::vector<std::string>& command, const std::vector<std::string>& variables,
             int keep_fd) {
  pid_ = fork();
  if (pid_ != 0) {
    return;
  }
  for (const std::string& variable : variables) {
    const auto equals = variable.find('=');
    if (equals == std::string::npos) {
      unsetenv(variable.c_str());
    } else {
      setenv(variable.substr(0, equals).c_str(), variable.substr(equals + 1).c_str(), 1);
    }
  }
  if (keep_fd >= 0) {
    fcntl(keep_fd, F_SETFD, 0);
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

Child::Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}

Child& Child::operator=(Child&& other) noexcept {
  end();
  pid_ = std::exchange(other.pid_, -1);
  return *this;
}

Child::~Child() { end(); }

bool Child::lives() {
  int status = 0;
  if (pid_ > 0 && waitpid(pid_, &status, WNOHANG) == pid_) {
    pid_ = -1;
  }
  return pid_ > 0;
}

int Child::wait_for_end(double seconds) {
  const auto start = Clock::now();
  while (pid_ > 0 && seconds_since(start) < seconds) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    }
    rest(10);
  }
  return -1;
}

void Child::end() {
  if (pid_ > 0) {
    kill(pid_, SIGTERM);
    if (wait_for_end(3) < 0 && pid_ > 0) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
      pid_ = -1;
    }
  }
}

int Picture::brightness_at(int x, int y) const {
  const std::size_t at = 3 * static_cast<std::size_t>(y * width + x);
  return (bytes[at] + bytes[at + 1] + bytes[at + 2]) / 3;
}

int Picture::differing(const Picture& other, int x, int y, int w, int h) const {
  if (width != other.width || height != other.height) {
    return w * h;
  }
  int count = 0;
  for (int row = y; row < std::min(y + h, height); ++row) {
    for (int column = x; column < std::min(x + w, width); ++column) {
      const std::size_t at = 3 * static_cast<std::size_t>(row * width + column);
      count += std::memcmp(&bytes[at], &other.bytes[at], 3) != 0 ? 1 : 0;
    }
  }
  return count;
}

int Picture::colours() const {
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i + 2 < bytes.size() && seen.size() < 1000; i += 3) {
    seen.insert(bytes[i] | (std::uint32_t{bytes[i + 1]} << 8U) |
                (std::uint32_t{bytes[i + 2]} << 16U));
  }
  return static_cast<int>(seen.size());
}

std::string Driver::program() {
  const char* given = std::getenv("INTERLEAVE_PROGRAM");
  return given != nullptr ? given : INTERLEAVE_PROGRAM;
}

std::string Driver::missing() {
  for (const char* tool : {"Xvfb", "xdotool", "xprop", "import"}) {
    if (!on_path(tool)) {
      return std::string(tool) + " is not installed";
    }
  }
  return access(program().c_str(), X_OK) == 0 ? "" : program() + " is not built";
}

Driver::Driver(const Setup& setup) : setup_(setup) {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "interleave-window-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  folder_ = pattern;
  std::filesystem::create_directories(folder_ / "config" / "interleave");
  std::ofstream(folder_ / "config" / "interleave" / "settings.ini")
      << "[window]\nwidth = " << setup.width << "\nheight = " << setup.height << "\n";

  // A number may be taken: the next one is not.
  for (int attempt = 0; attempt < 4 && !start_server(); ++attempt) {
    rest(100);
  }
  if (display_.empty()) {
    throw std::runtime_error("Xvfb does not start");
  }
  start();
}

/// On a display number of our own, so that servers started beside this one don't race for the first
/// free one. The server tells when it is ready.
bool Driver::start_server() {
  static int started = 0;
  const std::string number = std::to_string(200 + (getpid() * 8 + started++) % 20'000);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return false;
  }
  const std::string screen =
      std::to_string(setup_.width) + "x" + std::to_string(setup_.height) + "x24";
  server_ = Child({"Xvfb", ":" + number, "-displayfd", std::to_string(ends[1]), "-screen", "0",
                   screen, "-noreset", "-nolisten", "tcp"},
                  {}, ends[1]);
  close(ends[1]);
  const bool ready = line_comes(ends[0]);
  close(ends[0]);
  display_ = ":" + number;
  if (ready && !run("xdotool getmouselocation 2>/dev/null").empty()) {
    // Desktops say the scale so, and GLFW looks nowhere else.
    run("xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER 'Xft.dpi: " +
        std::to_string(setup_.dpi) + "'");
    return true;
  }
  server_.end();
  display_.clear();
  return false;
}

Driver::~Driver() {
  program_.end();
  server_.end();
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

void Driver::start() {
  program_.end();
  // In its own folder, so that what is written under a name without a path is gone with it.
  std::vector<std::string> command = {"env", "-C", folder_.string(),
                                      std::filesystem::absolute(program()).string()};
  command.insert(command.end(), setup_.arguments.begin(), setup_.arguments.end());
  const auto begun = Clock::now();
  // Under sanitizers, what a driver of OpenGL leaves behind is not ours: no leaks are looked for.
  program_ = Child(
      command, {"DISPLAY=" + display_, "WAYLAND_DISPLAY", "LIBGL_ALWAYS_SOFTWARE=1",
                "ASAN_OPTIONS=detect_leaks=0:strict_string_checks=1",
                "XDG_CONFIG_HOME=" + (folder_ / "config").string(), "HOME=" + folder_.string()});
  window_.clear();
  while (window_.empty() && seconds_since(begun) < 20) {
    window_ = run("xdotool search --onlyvisible --name Interleave 2>/dev/null | head -n 1");
    seconds_to_window_ = seconds_since(begun);
  }
  if (window_.empty()) {
    throw std::runtime_error("the window does not come up");
  }
  window_.erase(window_.find_last_not_of("\n") + 1);
  // It has been drawn once its title says where it stands.
  (void)title_with("event");
}

std::string Driver::run(const std::string& command) const {
  return output_of("DISPLAY=" + display_ + " " + command);
}

void Driver::keys(const std::string& names) { run("xdotool key --delay 12 " + names); }

void Driver::type(const std::string& text) { run("xdotool type --delay 12 '" + text + "'"); }

void Driver::click(int x, int y) {
  run("xdotool mousemove " + std::to_string(x) + " " + std::to_string(y) + " click 1");
}

void Driver::click_with(const std::string& held, int x, int y) {
  run("xdotool mousemove " + std::to_string(x) + " " + std::to_string(y) + " keydown " + held +
      " sleep 0.05 click 1 sleep 0.05 keyup " + held);
}

void Driver::wheel(const std::string& held, int x, int y, int notches) {
  const std::string down = held.empty() ? "" : " keydown " + held + " sleep 0.05";
  const std::string up = held.empty() ? "" : " sleep 0.05 keyup " + held;
  run("xdotool mousemove " + std::to_string(x) + " " + std::to_string(y) + down +
      " click --repeat " + std::to_string(std::abs(notches)) + " --delay 30 " +
      (notches > 0 ? "4" : "5") + up);
}

void Driver::drag(int x0, int y0, int x1, int y1, const std::string& held) {
  const std::string down = held.empty() ? "" : " keydown " + held + " sleep 0.05";
  const std::string up = held.empty() ? "" : " sleep 0.05 keyup " + held;
  run("xdotool mousemove " + std::to_string(x0) + " " + std::to_string(y0) + down +
      " mousedown 1 sleep 0.1 mousemove " + std::to_string((x0 + x1) / 2) + " " +
      std::to_string((y0 + y1) / 2) + " sleep 0.1 mousemove " + std::to_string(x1) + " " +
      std::to_string(y1) + " sleep 0.1 mouseup 1" + up);
}

void Driver::at_once(const std::string& words) { run("xdotool " + words); }

void Driver::resize(int width, int height) {
  const std::string size = " " + std::to_string(width) + " " + std::to_string(height);
  run("xdotool windowsize --sync " + window_ + size);
  (void)picture_that([&](const Picture& now) {
    return now.width == width && now.height == height && now.colours() > 50;
  });
}

std::string Driver::title() const {
  std::string title = run("xdotool getwindowname " + window_ + " 2>/dev/null");
  title.erase(title.find_last_not_of("\n") + 1);
  return title;
}

std::string Driver::title_when(const std::function<bool(const std::string&)>& wished) const {
  const auto start = Clock::now();
  std::string now = title();
  while (!wished(now) && seconds_since(start) < 20) {
    rest(20);
    now = title();
  }
  return now;
}

std::string Driver::title_with(const std::string& part) const {
  return title_when([&](const std::string& now) { return now.find(part) != std::string::npos; });
}

Picture Driver::shot() const {
  Picture picture;
  std::istringstream in(run("import -silent -window " + window_ + " -depth 8 ppm:-"));
  std::string magic;
  int most = 0;
  in >> magic >> picture.width >> picture.height >> most;
  in.get();
  if (magic != "P6" || most != 255) {
    throw std::runtime_error("no picture of the window");
  }
  picture.bytes.resize(3 * static_cast<std::size_t>(picture.width * picture.height));
  in.read(reinterpret_cast<char*>(picture.bytes.data()),
          static_cast<std::streamsize>(picture.bytes.size()));
  return picture;
}

Picture Driver::picture() const {
  Picture last = shot();
  for (int i = 0; i < 20; ++i) {
    rest(60);
    Picture now = shot();
    if (now.differing(last, 0, 0, now.width, now.height) == 0) {
      return now;
    }
    last = std::move(now);
  }
  return last;
}

Picture Driver::picture_that(const std::function<bool(const Picture&)>& wished) const {
  Picture now = picture();
  for (int i = 0; i < 20 && !wished(now); ++i) {
    now = picture();
  }
  return now;
}

double Driver::processor_seconds() const {
  std::ifstream in("/proc/" + std::to_string(program_.pid()) + "/stat");
  std::string line;
  std::getline(in, line);
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) {
    fields >> skipped;
  }
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace interleave::driven
