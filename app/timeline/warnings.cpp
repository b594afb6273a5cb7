#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

// More would be a band of triangles, and a coroutine forgotten in a loop is one mistake.
constexpr std::size_t kMostDrawn = 50;

// Whose it is; else who had the thread when it was said.
TaskId whose(const Trace& trace, Seq seq) {
  const Event& event = trace[seq];
  if (event.task != kNoTask && event.task != kProgram) {
    return event.task;
  }
  const bool within = event.step >= 1 && event.step <= trace.step_count();
  return within ? trace[trace.step_begin(event.step)].task : kNoTask;
}

const Lane& lane_for(const RunFrame& run, TaskId task) {
  const auto found = std::find_if(run.lanes.begin(), run.lanes.end(), [task](const Lane& lane) {
    return lane.what == Lane::What::task && lane.task == task;
  });
  return found != run.lanes.end() ? *found : run.lanes.front();
}

// A triangle with an exclamation mark.
void draw_sign(Frame& frame, Point c, std::string title) {
  const float k = frame.k;
  const Paint ink = paint(Role::blocked);
  frame.path({{c.x, c.y - 7 * k}, {c.x + 7.5F * k, c.y + 6 * k}, {c.x - 7.5F * k, c.y + 6 * k}},
             true, paint(Role::panel), ink, 1.6F * k);
  frame.target->back().title = std::move(title);
  frame.line({c.x, c.y - 2.6F * k}, {c.x, c.y + 1.6F * k}, ink, 1.6F * k);
  frame.line({c.x, c.y + 3 * k}, {c.x, c.y + 4.4F * k}, ink, 1.6F * k);
}

// Where the lane's task has ended nothing else is drawn: there is room for the words.
void draw_words(Frame& frame, const RunFrame& run, const Lane& lane, Point c, Seq seq) {
  const Seq end = run.trace->ended_at(lane.task);
  if (lane.what != Lane::What::task || end >= run.trace->size() ||
      run.x_at(frame, (*run.trace)[end].t_ns, end) > c.x) {
    return;
  }
  const Label words{std::string(run.trace->text((*run.trace)[seq].a)), frame.m.label_size,
                    Face::medium, paint(Role::blocked)};
  const Point at{c.x + 14 * frame.k, c.y + 0.36F * words.size};
  if (at.x + frame.text_width(words) < frame.view.width) {
    frame.text_if_free(words, at);
  }
}

}  // namespace

void draw_warnings(Frame& frame, const RunFrame& run, bool staying) {
  const auto warnings = run.trace->warnings();
  float free_from = -1e6F;
  for (std::size_t i = 0; i < std::min(warnings.size(), kMostDrawn); ++i) {
    const Seq seq = warnings[i];
    const Event& event = (*run.trace)[seq];
    const Lane& lane = lane_for(run, whose(*run.trace, seq));
    if (lane.stays != staying || !run.in_sight(frame, lane, frame.m.lane_pitch)) {
      continue;
    }
    const float k = frame.k;
    // Beside the mark of an end, which stands over the same instant.
    const Point c{run.x_at(frame, event.t_ns, seq) + 19 * k,
                  lane.top + frame.m.lane_pitch * 0.478F - frame.m.bar_height / 2 - 2 * k};
    const bool visible = c.x >= frame.map().x0 && c.x + 8 * k < frame.view.width;
    if (!visible || c.x < free_from || run.ahead(seq)) {
      continue;
    }
    free_from = c.x + 16 * k;
    const Lift lift(frame, run, seq, c.x, Lift::Over::line);
    draw_sign(
        frame, c,
        "warning at " + seconds_text(event.t_ns) + ": " + std::string(run.trace->text(event.a)));
    frame.hit(Hit::What::mark, {c.x - 8 * k, c.y - 8 * k, 16 * k, 15 * k}, run.index, lane, seq,
              event.t_ns);
    draw_words(frame, run, lane, c, seq);
  }
}

}  // namespace interleave
