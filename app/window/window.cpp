#include "app/window/window.h"

#include <imgui.h>

#include <GLFW/glfw3.h>

#include <cstdio>
#include <exception>
#include <memory>
#include <vector>

#include "app/window/app.h"
#include "app/window/keeping.h"
#include "app/window/window_place.h"

namespace interleave {

namespace {

std::string glfw_problem;  // NOLINT: GLFW's callback has no other place to put it

int refuse(const std::string& why) {
  std::fprintf(stderr,
               "interleave: no window: %s; without one, `interleave show`, `compare` and `export` "
               "work\n",
               why.c_str());
  return 2;
}

App& app_of(GLFWwindow* window) { return *static_cast<App*>(glfwGetWindowUserPointer(window)); }

void queue_modifiers(App& app, int mods) {
  std::uint8_t held = 0;
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_SHIFT) != 0 ? kShift : 0));
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_CONTROL) != 0 ? kCtrl : 0));
  held = static_cast<std::uint8_t>(held | ((mods & GLFW_MOD_ALT) != 0 ? kAlt : 0));
  app.inputs().push_back(input::Modifiers{held});
}

/// GLFW counts some positions in units of its own; everything here is in pixels.
float pixels_per_unit(GLFWwindow* window) {
  int width = 0;
  int pixels = 0;
  int ignored = 0;
  glfwGetWindowSize(window, &width, &ignored);
  glfwGetFramebufferSize(window, &pixels, &ignored);
  return width > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1;
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
  App& app = app_of(window);
  const int bit = key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT       ? GLFW_MOD_SHIFT
                  : key == GLFW_KEY_LEFT_CONTROL || key == GLFW_KEY_RIGHT_CONTROL ? GLFW_MOD_CONTROL
                  : key == GLFW_KEY_LEFT_ALT || key == GLFW_KEY_RIGHT_ALT         ? GLFW_MOD_ALT
                                                                                  : 0;
  if (bit != 0) {
    queue_modifiers(app, action == GLFW_RELEASE ? mods & ~bit : mods | bit);
  }
  if (action == GLFW_RELEASE) {
    return;
  }
  if (const auto chord = chord_of(key, scancode, mods)) {
    app.inputs().push_back(input::KeyPress{*chord, action == GLFW_REPEAT});
  }
}

void on_letter(GLFWwindow* window, unsigned int letter) {
  app_of(window).inputs().push_back(input::Letter{letter});
}

void on_move(GLFWwindow* window, double x, double y) {
  const auto scale = static_cast<double>(pixels_per_unit(window));
  app_of(window).inputs().push_back(input::MouseMove{x * scale, y * scale});
}

void on_leave(GLFWwindow* window, int entered) {
  if (entered == 0) {
    app_of(window).inputs().push_back(input::MouseMove{-1e6, -1e6});
  }
}

void on_button(GLFWwindow* window, int button, int action, int mods) {
  if (button < 3) {
    queue_modifiers(app_of(window), mods);
    app_of(window).inputs().push_back(input::MouseButton{button, action == GLFW_PRESS});
  }
}

void on_wheel(GLFWwindow* window, double x, double y) {
  app_of(window).inputs().push_back(input::Wheel{static_cast<float>(x), static_cast<float>(y)});
}

/// Of several files dropped at once the first.
void on_drop(GLFWwindow* window, int count, const char** paths) {
  if (count > 0) {
    app_of(window).inputs().push_back(input::Drop{paths[0]});
  }
}

void set_callbacks(GLFWwindow* window, App& app) {
  glfwSetWindowUserPointer(window, &app);
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, on_letter);
  glfwSetCursorPosCallback(window, on_move);
  glfwSetCursorEnterCallback(window, on_leave);
  glfwSetMouseButtonCallback(window, on_button);
  glfwSetScrollCallback(window, on_wheel);
  glfwSetDropCallback(window, on_drop);
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { app_of(w).invalidate(); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { app_of(w).invalidate(); });
  glfwSetWindowContentScaleCallback(window,
                                    [](GLFWwindow* w, float, float) { app_of(w).invalidate(); });
}

std::vector<DesktopBox> screens() {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  std::vector<DesktopBox> result;
  for (int i = 0; i < count; ++i) {
    DesktopBox box;
    glfwGetMonitorWorkarea(monitors[i], &box.x, &box.y, &box.width, &box.height);
    if (box.width > 0 && box.height > 0) {
      result.push_back(box);
    }
  }
  return result;
}

GLFWwindow* open_window(const WindowOptions& options, const KeptSettings& kept) {
  DesktopBox box{0, 0, options.width > 0 ? options.width : kept.width,
                 options.height > 0 ? options.height : kept.height};
  if (kept.place) {
    box.x = (*kept.place)[0];
    box.y = (*kept.place)[1];
  }
  box = fit_on_screens(box, screens());
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_MAXIMIZED, kept.maximized && options.width == 0 ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);  // until it is where it belongs
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "interleave");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "interleave");
  GLFWwindow* window = glfwCreateWindow(box.width, box.height, "Interleave", nullptr, nullptr);
  if (window != nullptr) {
    if (kept.place) {
      glfwSetWindowPos(window, box.x, box.y);
    }
    glfwShowWindow(window);
  }
  return window;
}

int run_in(GLFWwindow* window, const WindowOptions& options, const std::filesystem::path& path,
           const LoadedSettings& loaded) {
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  glfwSetWindowSizeLimits(window, 480, 320, GLFW_DONT_CARE, GLFW_DONT_CARE);
  Session session;
  take_up(session, options, loaded);
  {
    App app(window, session, options.scale);
    set_callbacks(window, app);
    while (!app.done()) {
      app.turn();
    }
  }
  const std::string problem = save_settings(path, kept_from(window, session, loaded.settings));
  if (!problem.empty()) {
    std::fprintf(stderr, "interleave: settings were not kept: %s\n", problem.c_str());
  }
  return 0;
}

}  // namespace

int run_window(const WindowOptions& options) {
  glfwSetErrorCallback([](int, const char* words) { glfw_problem = words; });
  if (glfwInit() == 0) {
    return refuse(glfw_problem.empty() ? "there is no display" : glfw_problem);
  }
  const std::unique_ptr<void, void (*)(void*)> at_end(&glfw_problem,
                                                      [](void*) { glfwTerminate(); });
  const std::filesystem::path path = options.settings.empty() ? settings_path() : options.settings;
  const LoadedSettings loaded = load_settings(path);
  GLFWwindow* window = open_window(options, loaded.settings);
  if (window == nullptr) {
    return refuse("OpenGL 3.3 is needed (" + glfw_problem + ")");
  }
  try {
    const int status = run_in(window, options, path, loaded);
    glfwDestroyWindow(window);
    return status;
  } catch (const std::exception& error) {
    glfwDestroyWindow(window);
    return refuse(error.what());
  }
}

}  // namespace interleave
