#pragma once

#include <imgui.h>

namespace interleave {

/// ImGui without a window: nothing is ever rendered.
class Headless {
 public:
  Headless() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  }
  ~Headless() { ImGui::DestroyContext(); }
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  void begin_frame(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
    ImGui::NewFrame();
  }
  void end_frame() { ImGui::EndFrame(); }
};

}  // namespace interleave
