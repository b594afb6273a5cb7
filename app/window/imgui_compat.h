#pragma once

// What differs between Dear ImGui 1.86 (Debian 12) and 1.92, in one place.

#include <imgui.h>

#include <cstdint>

namespace interleave::compat {

/// A texture of OpenGL's as ImGui names it: a pointer in old versions, a number in new ones.
inline ImTextureID texture_id(unsigned int gl_name) {
#if IMGUI_VERSION_NUM >= 19140
  return static_cast<ImTextureID>(gl_name);
#else
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(gl_name));
#endif
}

inline void push_texture(ImDrawList& list, unsigned int gl_name) {
#if IMGUI_VERSION_NUM >= 19200
  list.PushTexture(ImTextureRef(texture_id(gl_name)));
#else
  list.PushTextureID(texture_id(gl_name));
#endif
}

inline void pop_texture(ImDrawList& list) {
#if IMGUI_VERSION_NUM >= 19200
  list.PopTexture();
#else
  list.PopTextureID();
#endif
}

/// Makes plain shapes use a white pixel of our texture, so that shapes and letters go into one draw
/// call. New versions keep their own texture; there it only costs more calls.
inline void use_texture_for_shapes([[maybe_unused]] unsigned int gl_name,
                                   [[maybe_unused]] ImVec2 white) {
#if IMGUI_VERSION_NUM < 19200
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.SetTexID(texture_id(gl_name));
  atlas.TexUvWhitePixel = white;
#endif
}

// Since 1.87 input goes in as events; before, as plain fields.
inline void mouse_position(float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMousePosEvent(x, y);
#else
  ImGui::GetIO().MousePos = ImVec2(x, y);
#endif
}

inline void mouse_button(int button, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMouseButtonEvent(button, down);
#else
  ImGui::GetIO().MouseDown[button] = down;
#endif
}

/// Argument order changed in 1.92.8.
inline void stroke_rect(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float radius,
                        float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list.AddRect(from, to, colour, radius, thickness);
#else
  list.AddRect(from, to, colour, radius, 0, thickness);
#endif
}

}  // namespace interleave::compat
