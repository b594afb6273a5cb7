#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

struct JobPlace {
  Seq begin = 0;
  Seq end = 0;
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = 0;
};

void draw_job(Frame& frame, const RunFrame& run, const Lane& lane, JobId job,
              const JobPlace& place) {
  const JobInfo& info = run.trace->log().job(job);
  const float x0 = std::max(run.x_at(frame, place.begin_ns, place.begin), frame.map().x0 - 4);
  const float x1 = std::min(run.x_at(frame, place.end_ns, place.end), frame.map().x1 + 4);
  if (x1 < frame.map().x0 || x0 > frame.map().x1) {
    return;
  }
  const float height = frame.m.bar_height;
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  const float gap = x1 - x0 > 8 ? 1.5F * frame.k : 0;
  const Box box{x0 + gap / 3, middle - height / 2, std::max(1.5F, x1 - x0 - gap), height};
  const std::uint16_t colour = frame.colours.of(run.index, info.submitter);
  const std::string name = "job " + std::to_string(job);
  std::string title = name + " for " + std::string(run.trace->label(info.submitter)) +
                      (info.computes ? ": computing, " : ": waiting, ") +
                      seconds_text(place.begin_ns) + " to " + seconds_text(place.end_ns);
  const float radius = box.width > 8 ? 3 * frame.k : 0;
  RectShape& bar =
      frame.rect(box, task_paint(colour, info.computes ? 1.0F : 0.10F), radius, std::move(title));
  if (!info.computes) {
    bar.hatch = Hatch::rising;
    bar.hatch_paint = task_paint(colour, 0.38F);
    bar.stroke = task_paint(colour);
    bar.stroke_width = 1.3F * frame.k;
  }
  frame.hit(Hit::What::span, box, run.index, info.submitter, place.begin, place.begin_ns);
  // On a hatched bar words could not be read, so a waiting job has its name in its title only.
  const Label label{name, frame.m.label_size, Face::semibold, {Role::on_task, colour, 1}};
  const Stretch free = widest_free(frame, run, std::max(box.x, frame.map().x0) + 3 * frame.k,
                                   std::min(box.right(), frame.map().x1) - 3 * frame.k);
  if (info.computes && frame.text_width(label) < free.width()) {
    frame.text_if_free(label, {free.middle(), middle + 0.36F * label.size}, Align::middle);
  }
}

}  // namespace

void draw_worker_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  const Trace& trace = *run.trace;
  JobPlace open;
  JobId running = 0;
  for (const std::uint32_t seq : trace.job_events()) {
    const Event& event = trace[seq];
    const JobInfo& info = trace.log().job(event.a);
    if (info.pool != lane.pool || info.worker != lane.worker) {
      continue;
    }
    if (event.kind == Kind::job_started) {
      running = event.a;
      open = {seq, trace.size(), event.t_ns, trace.end_ns()};
    } else if (event.kind == Kind::job_finished && running == event.a) {
      open.end = seq;
      open.end_ns = event.t_ns;
      draw_job(frame, run, lane, running, open);
      running = 0;
    }
  }
  if (running != 0) {
    draw_job(frame, run, lane, running, open);
  }
}

}  // namespace interleave
