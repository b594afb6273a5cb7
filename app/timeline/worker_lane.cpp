#include <algorithm>
#include <utility>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

std::pair<ResourceId, std::uint32_t> worker_of(const Trace& trace, const JobStay& stay) {
  const JobInfo& info = trace.log().job(stay.job);
  return {info.pool, info.worker};
}

struct JobBar {
  Box box;
  bool visible = false;
};

JobBar job_bar(const Frame& frame, const Lane& lane, float x0, float x1, float part) {
  x0 = std::max(x0, frame.map().x0 - 4);
  x1 = std::min(x1, frame.map().x1 + 4);
  const float height = frame.m.bar_height * part;
  const float middle = lane.top + frame.m.lane_pitch * 0.478F;
  const float gap = x1 - x0 > 8 ? 1.5F * frame.k : 0;
  return {{x0 + gap / 3, middle - height / 2, std::max(1.5F, x1 - x0 - gap), height},
          x1 >= frame.map().x0 && x0 <= frame.map().x1};
}

std::string title_of(const RunFrame& run, const JobStay& stay, std::string_view what,
                     std::int64_t from_ns, std::int64_t to_ns) {
  const TaskId submitter = run.trace->log().job(stay.job).submitter;
  return "job " + std::to_string(stay.job) + " for " + std::string(run.trace->label(submitter)) +
         ": " + std::string(what) + ", " + seconds_text(from_ns) + " to " + seconds_text(to_ns);
}

// A thread that cannot compute, since another has the interpreter lock: as a task that is ready.
void draw_waiting_for_lock(Frame& frame, const RunFrame& run, const Lane& lane,
                           const JobStay& stay) {
  const JobBar bar = job_bar(frame, lane, run.x_at(frame, stay.begin_ns, stay.begin),
                             run.x_at(frame, stay.acts_ns, stay.acts), 0.5F);
  if (!bar.visible || stay.acts == stay.begin) {
    return;
  }
  const TaskId submitter = run.trace->log().job(stay.job).submitter;
  RectShape& rect = frame.rect(
      bar.box, paint(Role::panel), bar.box.width > 6 ? 2 * frame.k : 0,
      title_of(run, stay, "waiting for the interpreter lock", stay.begin_ns, stay.acts_ns));
  rect.stroke = task_paint(frame.colours.of(run.index, submitter));
  rect.stroke_width = 1.3F * frame.k;
  rect.dash = Dash::dashed;
  frame.hit(Hit::What::span, bar.box, run.index, submitter, stay.begin, stay.begin_ns);
}

void draw_acting(Frame& frame, const RunFrame& run, const Lane& lane, const JobStay& stay) {
  const JobBar bar = job_bar(frame, lane, run.x_at(frame, stay.acts_ns, stay.acts),
                             run.x_at(frame, stay.end_ns, stay.end), 1.0F);
  if (!bar.visible || stay.acts >= run.trace->size()) {
    return;
  }
  const Box& box = bar.box;
  const JobInfo& info = run.trace->log().job(stay.job);
  const std::uint16_t colour = frame.colours.of(run.index, info.submitter);
  const float radius = box.width > 8 ? 3 * frame.k : 0;
  RectShape& rect = frame.rect(
      box, task_paint(colour, info.computes ? 1.0F : 0.10F), radius,
      title_of(run, stay, info.computes ? "computing" : "waiting", stay.acts_ns, stay.end_ns));
  if (!info.computes) {
    rect.hatch = Hatch::rising;
    rect.hatch_paint = task_paint(colour, 0.38F);
    rect.stroke = task_paint(colour);
    rect.stroke_width = 1.3F * frame.k;
  }
  frame.hit(Hit::What::span, box, run.index, info.submitter, stay.acts, stay.acts_ns);
  // On a hatched bar words could not be read, so a waiting job has its name in its title only.
  const Label label{"job " + std::to_string(stay.job),
                    frame.m.label_size,
                    Face::semibold,
                    {Role::on_task, colour, 1}};
  const Stretch free = widest_free(frame, run, std::max(box.x, frame.map().x0) + 3 * frame.k,
                                   std::min(box.right(), frame.map().x1) - 3 * frame.k);
  if (info.computes && frame.text_width(label) < free.width()) {
    const float middle = box.y + box.height / 2;
    frame.text_if_free(label, {free.middle(), middle + 0.36F * label.size}, Align::middle);
  }
}

}  // namespace

std::vector<JobStay> stays_by_worker(const Trace& trace) {
  std::vector<JobStay> stays = job_stays(trace);
  std::stable_sort(stays.begin(), stays.end(), [&](const JobStay& a, const JobStay& b) {
    return worker_of(trace, a) < worker_of(trace, b);
  });
  return stays;
}

void draw_worker_lane(Frame& frame, const RunFrame& run, const Lane& lane) {
  const std::pair<ResourceId, std::uint32_t> worker{lane.pool, lane.worker};
  auto stay = std::lower_bound(run.stays.begin(), run.stays.end(), worker,
                               [&](const JobStay& each, const auto& sought) {
                                 return worker_of(*run.trace, each) < sought;
                               });
  for (; stay != run.stays.end() && worker_of(*run.trace, *stay) == worker; ++stay) {
    draw_waiting_for_lock(frame, run, lane, *stay);
    draw_acting(frame, run, lane, *stay);
  }
}

}  // namespace interleave
