#include <algorithm>
#include <cmath>
#include <optional>

#include "app/timeline/parts.h"
#include "app/trace/wake_chain.h"

// Who woke the selected task, and whom it woke: a strong arrow for the link before the playhead,
// thinner and fainter ones for those before that, dashed ones for those that follow.

namespace interleave {
namespace {

constexpr std::size_t kMostBefore = 3;
constexpr std::size_t kMostAfter = 4;
// Of a strong arrow; each link further away is fainter.
constexpr float kFade = 0.55F;
constexpr float kVeiled = 0.4F;

enum class Place : std::uint8_t { immediate, before, after };

struct Arrow {
  WakeLink link;
  Place place = Place::immediate;
  float x = 0;
  float from_y = 0;
  float to_y = 0;
  // That end lies out of sight: it stops at the edge, and says whose lane it goes to.
  bool from_cut = false;
  bool to_cut = false;
  std::string far;
  float alpha = 1;
};

// The task's lane, or the one that its is folded into.
const Lane* lane_of(const RunFrame& run, TaskId task) {
  while (task != kProgram && task != kNoTask) {
    for (const Lane& lane : run.lanes) {
      if (lane.what == Lane::What::task && lane.task == task) {
        return &lane;
      }
    }
    task = run.trace->log().task(task).parent;
  }
  return nullptr;
}

const Lane* thread_lane(const RunFrame& run) {
  for (const Lane& lane : run.lanes) {
    if (lane.what == Lane::What::thread) {
      return &lane;
    }
  }
  return nullptr;
}

const Lane* waker_lane(const RunFrame& run, const WakeLink& link) {
  return link.waker == Waker::task ? lane_of(run, link.by) : thread_lane(run);
}

// Cuts an end off where its lane is out of sight; says whether it did.
bool cut(const Frame& frame, const RunFrame& run, const Lane& lane, float& y) {
  const float top = lane.stays ? run.lanes_top : run.scroll_top;
  const float bottom = std::min(frame.view.height, run.lanes_bottom);
  if (y >= top && y <= bottom) {
    return false;
  }
  const float inside = 4 * frame.k;
  y = y < top ? run.scroll_top + inside : bottom - inside;
  return true;
}

std::optional<Arrow> placed(const Frame& frame, const RunFrame& run, const WakeLink& link) {
  const Lane* to = lane_of(run, link.woken);
  const Lane* from = waker_lane(run, link);
  if (link.waker == Waker::itself || from == nullptr || to == nullptr || from == to ||
      link.ready >= run.trace->size()) {
    return std::nullopt;
  }
  Arrow arrow;
  arrow.link = link;
  arrow.x = run.x_at(frame, (*run.trace)[link.ready].t_ns, link.ready);
  if (arrow.x < frame.map().x0 || arrow.x > frame.map().x1) {
    return std::nullopt;
  }
  const bool down = from->top < to->top;
  const float middle = frame.m.lane_pitch * 0.478F;
  const float half = frame.m.bar_height / 2;
  arrow.from_y = from->top + middle + (down ? half * 0.7F : -half * 0.7F);
  arrow.to_y = to->top + middle + (down ? -half : half);
  arrow.from_cut = cut(frame, run, *from, arrow.from_y);
  arrow.to_cut = cut(frame, run, *to, arrow.to_y);
  if ((arrow.from_cut && arrow.to_cut) || std::abs(arrow.from_y - arrow.to_y) < 8 * frame.k) {
    return std::nullopt;
  }
  arrow.far = arrow.from_cut ? lane_name(run, *from) : arrow.to_cut ? lane_name(run, *to) : "";
  return arrow;
}

bool is_selected(const Frame& frame, const RunFrame& run) {
  const TaskId task = frame.view.selected_task;
  return run.index == frame.view.selected_run && task != kNoTask && task != kProgram &&
         task <= run.trace->log().task_count() && run.trace->size() > 0;
}

Seq now_of(const RunFrame& run) {
  return run.has_playhead ? std::min(run.run->playhead, run.trace->size() - 1)
                          : run.trace->size() - 1;
}

void add(std::vector<Arrow>& arrows, std::optional<Arrow> arrow, Place place, float alpha) {
  if (arrow) {
    arrow->place = place;
    arrow->alpha = alpha;
    arrows.push_back(std::move(*arrow));
  }
}

std::optional<Arrow> immediate(const Frame& frame, const RunFrame& run) {
  if (!is_selected(frame, run)) {
    return std::nullopt;
  }
  const auto link = previous_link(*run.trace, frame.view.selected_task, now_of(run));
  return link ? placed(frame, run, *link) : std::nullopt;
}

// The weaker ones first, so that the strong one lies on top.
std::vector<Arrow> chain_of(const Frame& frame, const RunFrame& run) {
  std::vector<Arrow> arrows;
  const Trace& trace = *run.trace;
  const TaskId task = frame.view.selected_task;
  const Seq now = now_of(run);
  std::size_t after = 0;
  for (const WakeLink& link : next_links(trace, task, now)) {
    const bool veiled = frame.view.veil && run.ahead(link.ready);
    if (after++ < kMostAfter) {
      add(arrows, placed(frame, run, link), Place::after, veiled ? kVeiled : 0.8F);
    }
  }
  const auto first = previous_link(trace, task, now);
  auto link = first;
  float alpha = 1;
  for (std::size_t i = 0; link && i < kMostBefore; ++i) {
    const bool goes_on = link->waker == Waker::task && link->by != kProgram && link->cause < now;
    link = goes_on ? previous_link(trace, link->by, link->cause) : std::nullopt;
    alpha *= kFade;
    if (link) {
      add(arrows, placed(frame, run, *link), Place::before, alpha);
    }
  }
  if (first) {
    add(arrows, placed(frame, run, *first), Place::immediate, 1);
  }
  return arrows;
}

// A line from y0 to y1 that leaves out where words stand.
void draw_stem(Frame& frame, const Arrow& arrow, float y0, float y1, Paint ink) {
  constexpr float kStep = 3;
  const float k = frame.k;
  const float x = arrow.x;
  const float width = (arrow.place == Place::immediate ? 2 : 1.3F) * k;
  const Dash dash = arrow.place == Place::after ? Dash::dashed : Dash::solid;
  const auto segment = [&](float from, float to) {
    if (to > from) {
      frame.line({x, from}, {x, to}, paint(frame.view.backdrop, arrow.alpha), 2 * width);
      frame.line({x, from}, {x, to}, ink, width, dash);
    }
  };
  if (y0 > y1) {
    std::swap(y0, y1);
  }
  float begin = y0;
  for (float y = y0; y < y1; y += kStep) {
    if (!frame.words.is_free({x - width, y, 2 * width, std::min(kStep, y1 - y)})) {
      segment(begin, y);
      begin = y + kStep;
    }
  }
  segment(begin, y1);
}

// Where an arrow leaves the view: a chevron that points on, and whose lane lies there.
void draw_hint(Frame& frame, const Arrow& arrow, float y, bool up, Paint ink) {
  const float k = frame.k;
  const float tip = up ? -3 * k : 3 * k;
  frame.path({{arrow.x - 4 * k, y - tip}, {arrow.x, y + tip}, {arrow.x + 4 * k, y - tip}}, false,
             {}, ink, 1.6F * k);
  const Label name{arrow.far, frame.m.note_size, Face::medium, ink};
  const Point at{arrow.x + 8 * k, up ? y + 0.8F * name.size : y};
  if (arrow.place != Place::immediate || !frame.words.take(frame.box_of(name, at, Align::left))) {
    return;
  }
  const Box box = frame.box_of(name, at, Align::left);
  frame.rect({box.x - 3 * k, box.y, box.width + 6 * k, box.height},
             paint(frame.view.backdrop, 0.85F), 3 * k);
  frame.text(name, at);
}

void draw_arrow(Frame& frame, const RunFrame& run, const Arrow& arrow) {
  const float k = frame.k;
  const bool strong = arrow.place == Place::immediate;
  const bool up = arrow.to_y < arrow.from_y;
  const float length = (strong ? 7 : 5.5F) * k;
  const float wide = (strong ? 4.5F : 3.5F) * k;
  const Paint ink = paint(Role::accent, arrow.alpha);
  const float neck = arrow.to_y + (up ? length : -length);
  draw_stem(frame, arrow, arrow.from_y, arrow.to_cut ? arrow.to_y : neck, ink);
  if (arrow.from_cut) {
    draw_hint(frame, arrow, arrow.from_y, !up, ink);
  } else {
    frame.circle({arrow.x, arrow.from_y}, (strong ? 3 : 2.2F) * k, ink);
  }
  if (arrow.to_cut) {
    draw_hint(frame, arrow, arrow.to_y, up, ink);
  } else {
    frame.path({{arrow.x, arrow.to_y}, {arrow.x - wide, neck}, {arrow.x + wide, neck}}, true, ink,
               {}, 0);
  }
  frame.target->back().title = sentence_on(*run.trace, arrow.link);
  frame.hit(Hit::What::mark,
            {arrow.x - (strong ? 4 : 2.5F) * k, std::min(arrow.from_y, arrow.to_y),
             (strong ? 8 : 5) * k, std::abs(arrow.to_y - arrow.from_y)},
            run.index, arrow.link.woken, arrow.link.ready, (*run.trace)[arrow.link.ready].t_ns);
}

}  // namespace

void reserve_wake_arrow(const Frame& frame, RunFrame& run) {
  if (const auto arrow = immediate(frame, run)) {
    run.uprights.push_back(arrow->x);
  }
}

void draw_wake_arrows(Frame& frame, const RunFrame& run) {
  if (!is_selected(frame, run)) {
    return;
  }
  for (const Arrow& arrow : chain_of(frame, run)) {
    draw_arrow(frame, run, arrow);
  }
}

}  // namespace interleave
