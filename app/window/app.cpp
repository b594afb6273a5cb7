#include "app/window/app.h"

#include <imgui.h>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "app/window/draw_everything.h"
#include "app/window/imgui_compat.h"
#include "app/window/panel.h"

namespace interleave {

namespace {

constexpr double kFrame_s = 1.0 / 60;
/// After a pause, the clock is not made up for.
constexpr double kLongestStep_s = 0.25;

}  // namespace

App::App(GLFWwindow* window, Session& session, float scale)
    : window_(window), session_(session), scale_(scale) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.AntiAliasedLinesUseTex = false;  // lines are drawn from our own texture's white pixel
  ImGui_ImplOpenGL3_Init("#version 330 core");
  session_.set_clock([] { return static_cast<std::int64_t>(std::time(nullptr)); });
  glyphs_ = std::make_unique<Glyphs>();
  glyphs_->make_texture();
  hand_ = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
  last_time_ = glfwGetTime();
}

App::~App() {
  glfwDestroyCursor(hand_);
  glyphs_.reset();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

bool App::done() const { return session_.quit() || glfwWindowShouldClose(window_) != 0; }

void App::wait() const {
  if (frames_due_ > 0 || !inputs_.empty()) {
    glfwPollEvents();
  } else if (session_.animating()) {
    glfwWaitEventsTimeout(kFrame_s);
  } else {
    glfwWaitEvents();
  }
}

void App::turn() {
  wait();
  const bool was_moving = session_.animating();
  take_inputs();
  const double now = glfwGetTime();
  const double elapsed = was_moving ? std::min(now - last_time_, kLongestStep_s) : 0;
  last_time_ = now;
  if (session_.tick(static_cast<std::int64_t>(elapsed * 1e9))) {
    invalidate(1);
  }
  follow_full_screen();
  if (frames_due_ > 0) {
    --frames_due_;
    frame();
    follow_title();
  }
}

void App::follow_title() {
  std::string title = session_.title();
  if (title != title_) {
    title_ = std::move(title);
    glfwSetWindowTitle(window_, title_.c_str());
  }
}

void App::follow_full_screen() {
  const bool wanted = session_.shown(command::Toggle::full_screen);
  if (wanted == full_screen_) {
    return;
  }
  full_screen_ = wanted;
  if (!wanted) {
    glfwSetWindowMonitor(window_, nullptr, restore_[0], restore_[1], restore_[2], restore_[3], 0);
    return;
  }
  glfwGetWindowPos(window_, &restore_[0], &restore_[1]);
  glfwGetWindowSize(window_, &restore_[2], &restore_[3]);
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode != nullptr) {
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  }
}

void App::show_cursor(bool hand) {
  if (hand != hand_shown_) {
    hand_shown_ = hand;
    glfwSetCursor(window_, hand ? hand_ : nullptr);
  }
}

void App::frame() {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  if (width <= 0 || height <= 0) {
    return;  // minimized
  }
  float display_scale = scale_;
  if (display_scale <= 0) {
    float ignored = 0;
    glfwGetWindowContentScale(window_, &display_scale, &ignored);
  }
  const auto w = static_cast<float>(width);
  const auto h = static_cast<float>(height);
  const auto notches = static_cast<float>(session_.preferences().type_size);
  // A presentation is laid out for the window, however fine its pixels are.
  const bool presented = session_.shown(command::Toggle::presentation);
  const float scale =
      usable_scale((presented ? 1.0F : display_scale) * std::pow(1.1F, notches), w, h);

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(w, h);
  io.DisplayFramebufferScale = ImVec2(1, 1);
  io.DeltaTime = static_cast<float>(kFrame_s);
  ImGui_ImplOpenGL3_NewFrame();
  compat::use_texture_for_shapes(glyphs_->texture(), {glyphs_->white().x, glyphs_->white().y});
  ImGui::NewFrame();
  show_cursor(
      draw_everything(session_, state_, *glyphs_, commands_, {w / scale, h / scale, scale}));
  ImGui::Render();
  glyphs_->upload();
  glViewport(0, 0, width, height);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window_);
  if (glyphs_->take_reset()) {
    invalidate();
  }
  for (const Command& command : std::exchange(commands_, {})) {
    apply(command);
  }
  if (top_overlay(session_) != overlay_) {  // a dialogue's own button closed it
    note_overlay();
    invalidate();
  }
}

}  // namespace interleave
