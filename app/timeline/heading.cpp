#include "app/timeline/parts.h"

namespace interleave {
namespace {

// Of several runs each can be folded to its thread's lane; the triangle stands in the margin.
void draw_run_fold(Frame& frame, const RunFrame& run, float y) {
  if (!frame.view.show_handles || frame.view.runs.size() < 2) {
    return;
  }
  const float size = frame.m.title_size;
  const float middle = y - 0.35F * size;
  draw_triangle(frame, {0.5F * frame.m.header_pad, middle}, 0.3F * size, run.run->folded_run);
  frame.hit(Hit::What::fold_run,
            {0, middle - 0.8F * size, frame.m.header_pad + 0.9F * size, 1.6F * size}, run.index,
            kNoTask, run.run->playhead, 0);
}

}  // namespace

float heading_height(const Frame& frame, const RunView& run) {
  if (frame.view.compact_headings) {
    return 0.3F * frame.m.title_size;
  }
  return run.title.empty() && run.badge.empty() ? 0.35F * frame.m.title_size
                                                : 1.75F * frame.m.title_size;
}

void draw_heading(Frame& frame, const RunFrame& run) {
  const RunView& view = *run.run;
  const float size = frame.m.title_size;
  const bool compact = frame.view.compact_headings;
  const float y = compact ? run.lanes_top - 0.5F * size : run.heading_top + 1.2F * size;
  const float right =
      compact ? frame.map().x0 - 0.6F * size : frame.view.width - frame.m.header_end;
  float x = frame.m.header_pad;
  draw_run_fold(frame, run, y);
  if (!view.badge.empty()) {
    const Label badge{view.badge, 0.93F * size, Face::bold, paint(Role::accent)};
    frame.text_if_free(badge, {x, y});
    x += frame.text_width(badge) + 0.6F * size;
  }
  Label title{shortened(frame.measure, view.title, Face::bold, size, right - x), size, Face::bold,
              paint(Role::ink)};
  const bool whole = title.text == view.title;
  if (frame.text_if_free(title, {x, y}, Align::left, whole ? std::string() : view.title)) {
    x += frame.text_width(title) + 0.8F * size;
  }
  if (compact) {
    return;
  }
  const Face face = view.subtitle_is_code ? Face::mono : Face::regular;
  const float small = 0.8F * size;
  const Label subtitle{shortened(frame.measure, view.subtitle, face, small, right - x), small, face,
                       paint(Role::ink_soft)};
  frame.text_if_free(subtitle, {x, y});
}

}  // namespace interleave
