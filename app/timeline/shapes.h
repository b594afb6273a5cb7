#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace interleave {

/// Positions are pixels of the target, x to the right and y down, from its top left corner.
struct Point {
  float x = 0;
  float y = 0;
};

struct Box {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
};

/// What a colour is for; a Theme says which colour that is.
enum class Role : std::uint8_t {
  none,
  paper,      // behind everything
  panel,      // cards and bands
  stripe,     // every other lane
  ink,        // text and the playhead
  ink_soft,   // secondary text
  ink_faint,  // tertiary text, ticks' labels
  grid,
  grid_soft,
  border,
  accent,       // controls, the selection
  accent_soft,  // behind a control that is on
  on_accent,
  good,     // saved time
  blocked,  // ink of blocked
  blocked_fill,
  blocked_wash,  // over all lanes while the thread is blocked
  idle_band,
  veil,
  task,     // the colour of task number Paint::index
  on_task,  // text on that colour
};

struct Paint {
  Role role = Role::none;
  std::uint16_t index = 0;
  float alpha = 1.0F;

  friend bool operator==(const Paint&, const Paint&) = default;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };
/// Suspended is hatched one way, blocked the other.
enum class Hatch : std::uint8_t { none, rising, falling };
enum class Face : std::uint8_t { regular, medium, semibold, bold, mono, mono_bold };
enum class Align : std::uint8_t { left, middle, right };

struct RectShape {
  Box box;
  float radius = 0;
  Paint fill;
  Paint stroke;
  float stroke_width = 1;
  Dash dash = Dash::solid;
  Hatch hatch = Hatch::none;
  Paint hatch_paint;
  /// Rising lines stand 7 pixels apart and are 1.2 wide, falling ones 8 and 1.6; times this.
  float hatch_scale = 1;
};

struct PathShape {
  std::vector<Point> points;
  bool closed = false;
  Paint fill;
  Paint stroke;
  float stroke_width = 1;
  Dash dash = Dash::solid;
};

struct CircleShape {
  Point centre;
  float radius = 0;
  Paint fill;
  Paint stroke;
  float stroke_width = 1;
};

struct TextShape {
  /// On the baseline; at the left end, the middle or the right end by `align`.
  Point at;
  std::string text;
  float size = 12;
  Face face = Face::regular;
  Align align = Align::left;
  Paint paint;
};

/// What follows is seen only inside the box, until the matching PopClip.
struct PushClip {
  Box box;
};
struct PopClip {};

struct Shape {
  std::variant<RectShape, PathShape, CircleShape, TextShape, PushClip, PopClip> form;
  /// Said on hovering, in SVG's <title>, to a screen reader; may be empty.
  std::string title;
};

/// In the order of painting.
using Shapes = std::vector<Shape>;

}  // namespace interleave
