#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/colours.h"
#include "app/timeline/layout.h"
#include "app/timeline/pixel_columns.h"
#include "app/timeline/step_columns.h"
#include "app/timeline/thread_columns.h"
#include "app/trace/job_stays.h"

namespace interleave {

/// Where words already stand, so that none is written over another.
class Words {
 public:
  /// Takes the place if it is free and inside the page; says whether it was.
  bool take(const Box& box);
  /// Takes it as it is: nothing is written there from now on.
  void keep(const Box& box);
  [[nodiscard]] bool is_free(const Box& box) const;
  void set_page(const Box& page) { page_ = page; }
  [[nodiscard]] const Box& page() const { return page_; }

 private:
  static constexpr float kRow = 64;
  [[nodiscard]] static std::size_t row_of(float y);
  Box page_;
  // By stretches of the height: a look-up stays short however much is drawn.
  std::vector<std::vector<Box>> rows_;
};

/// A text before it has a place.
struct Label {
  std::string text;
  float size = 12;
  Face face = Face::regular;
  Paint paint;
};

struct Lane;
struct RunFrame;

/// One layout in the making: what it is of, and where it goes. All parts of the layout draw through
/// it. Sizes are pixels of the target: the view's metrics times its scale.
class Frame {
 public:
  Frame(const TimelineView& view, const Measure& measure, Timeline& out);

  const TimelineView& view;
  const Measure& measure;
  Timeline& out;
  Words words;
  ColourMap colours;
  float scale;
  // The view's metrics, scaled.
  Metrics m;
  // Size of marks, strokes and corners: 1 where a bar is 24 pixels high.
  float k;

  // Where shapes go: the timeline's, or for a while those that are painted over the veil.
  Shapes* target;
  Shapes over_veil;
  // Marks of what has happened where the playhead stands: over its line.
  Shapes over_line;

  [[nodiscard]] AxisMap& map() { return out.map; }
  [[nodiscard]] const AxisMap& map() const { return out.map; }
  [[nodiscard]] float text_width(const Label& label) const {
    return measure.width(label.text, label.face, label.size);
  }
  /// The box that a text takes: ascent and descent of its typeface.
  [[nodiscard]] Box box_of(const Label& label, Point at, Align align) const;

  RectShape& rect(const Box& box, Paint fill, float radius = 0, std::string title = {});
  void line(Point a, Point b, Paint paint, float width, Dash dash = Dash::solid);
  PathShape& path(std::vector<Point> points, bool closed, Paint fill, Paint stroke, float width);
  void circle(Point centre, float radius, Paint fill, Paint stroke = {}, float width = 1);
  /// Writes without asking.
  void text(const Label& label, Point at, Align align = Align::left, std::string title = {});
  /// Writes if the place is free; says whether it did.
  bool text_if_free(const Label& label, Point at, Align align = Align::left,
                    std::string title = {});
  void hit(Hit::What what, const Box& box, std::size_t run, TaskId task, Seq seq,
           std::int64_t t_ns);
  void hit(Hit::What what, const Box& box, std::size_t run, const Lane& lane, Seq seq,
           std::int64_t t_ns);
  void clip(const Box& box);
  void unclip();

  // Hits are cut to it: what has been scrolled out of sight cannot be touched.
  Box hit_window;
};

/// A part of the page: while it lives, shapes (those over the veil and the playhead's line too),
/// words and hits keep within it.
class Window {
 public:
  Window(Frame& frame, const Box& box);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

 private:
  Frame& frame_;
  Box page_before_;
  Box hits_before_;
};

/// What has happened at the very time where the playhead stands reaches over the line by half its
/// width; while one of these lives, shapes of such an event are painted over the veil.
class Lift {
 public:
  enum class Over : std::uint8_t { veil, line };
  Lift(Frame& frame, const RunFrame& run, Seq seq, float x, Over over = Over::veil);
  ~Lift();
  Lift(const Lift&) = delete;
  Lift& operator=(const Lift&) = delete;

 private:
  Frame& frame_;
  Shapes* before_;
};

/// A lane: the thread, a task, a worker of a pool, a queue or lock …, or a line that counts others.
struct Lane {
  enum class What : std::uint8_t { thread, task, worker, resource, more, ended, hidden };
  What what = What::task;
  TaskId task = kNoTask;
  // A worker's.
  ResourceId pool = 0;
  std::uint32_t worker = 0;
  ResourceId resource = 0;
  int depth = 0;
  float top = 0;
  float height = 0;
  // Number of its parent's lane, and of its last child's; -1: none is drawn.
  int parent = -1;
  int last_child = -1;
  // It comes first; unless that took most of the view, it does not scroll.
  bool pinned = false;
  bool stays = false;
  // It has children; so many of them (and theirs) are folded into it.
  bool foldable = false;
  std::size_t folded = 0;
  // Of a line that counts: so many it stands for.
  std::size_t counted = 0;

  // "… and 12 more tasks", "… 3 have ended", "… 5 lanes hidden by the filter".
  [[nodiscard]] bool only_counts() const { return what >= What::more; }
};

/// How the outside names it.
[[nodiscard]] LaneKey key_of(const Lane& lane);

/// One run in the making.
struct RunFrame {
  std::size_t index = 0;
  const RunView* run = nullptr;
  const Trace* trace = nullptr;
  // Null where nobody asks for it.
  const State* state = nullptr;
  std::optional<StepColumns> columns;
  // Only where events are far more than pixels.
  std::optional<PixelColumns> dense;
  std::optional<ThreadColumns> thread;
  std::vector<Lane> lanes;
  // The jobs by worker, where workers have lanes.
  std::vector<JobStay> stays;
  // Top of the run, of its heading and ruler (which stay in sight), of its lanes, and where these
  // end. Pinned lanes stand between lanes_top and scroll_top, the others scroll below.
  float top = 0;
  float heading_top = 0;
  float playhead_row_y = 0;
  float ruler_top = 0;
  float lanes_top = 0;
  float scroll_top = 0;
  float lanes_bottom = 0;
  // The playhead's label has its row here.
  bool has_playhead_row = false;
  // Lanes have been scrolled under the heading.
  bool stuck = false;
  // Events that may be visible.
  Seq first_seq = 0;
  Seq last_seq = 0;
  bool has_playhead = false;
  // The time it stands for: its event's, or a later one before the next event (see layout.cpp).
  std::int64_t now_ns = 0;
  float playhead_x = 0;
  // Upright lines that words keep clear of.
  std::vector<float> uprights;

  /// Pixel of a stretch's edge: by time or by its event, as the axis wants.
  [[nodiscard]] float x_at(const Frame& frame, std::int64_t t_ns, Seq seq) const;
  /// Whether any of that lane can be seen.
  [[nodiscard]] bool in_sight(const Frame& frame, const Lane& lane, float over = 0) const {
    const float above = lane.stays ? lanes_top : scroll_top;
    return lane.top - over < frame.view.height && lane.top + lane.height + over > above;
  }
  /// Of the lanes that stay, or of those that scroll, the ones that can be seen, or what stands out
  /// `over` their edges.
  [[nodiscard]] std::span<const Lane> lanes_in_sight(const Frame& frame, bool staying,
                                                     float over = 0) const;
  /// Whether that event still lies ahead of the playhead.
  [[nodiscard]] bool ahead(Seq seq) const { return has_playhead && seq > run->playhead; }
};

[[nodiscard]] inline Paint paint(Role role, float alpha = 1.0F) { return {role, 0, alpha}; }
[[nodiscard]] inline Paint task_paint(std::uint16_t colour, float alpha = 1.0F) {
  return {Role::task, colour, alpha};
}

}  // namespace interleave
