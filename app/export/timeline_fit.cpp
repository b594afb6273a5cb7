#include "app/export/timeline_fit.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/export/axis_stretch.h"

namespace interleave {
namespace {

// A lane that only waits for its children tells a comparison nothing.
bool idle_main(const Trace& trace, TaskId task) {
  if (trace.text(trace.log().task(task).coroutine) != "main" || trace.children_of(task).empty()) {
    return false;
  }
  const auto events = trace.events_of(task);
  return std::none_of(events.begin(), events.end(), [&](std::uint32_t seq) {
    const Kind kind = trace[seq].kind;
    return kind == Kind::worked || kind == Kind::blocked || kind == Kind::output;
  });
}

bool only_idle_mains(const ExportRequest& request) {
  return std::all_of(request.runs.begin(), request.runs.end(), [](const ExportRun& run) {
    const auto roots = run.trace->children_of(kProgram);
    return std::all_of(roots.begin(), roots.end(), [&](TaskId root) {
      return run.trace->log().task(root).internal ||
             run.trace->text(run.trace->log().task(root).coroutine) != "main" ||
             idle_main(*run.trace, root);
    });
  });
}

Seq end_of_step(const Trace& trace, std::uint32_t step) {
  const Seq next = step < trace.step_count() ? trace.step_begin(step + 1) : trace.size();
  const auto stops = trace.stops();
  const auto after = std::lower_bound(stops.begin(), stops.end(), next);
  return after == stops.begin() ? 0 : *(after - 1);
}

float widest_name(const ExportRequest& request, const Measure& measure, float size) {
  const bool thread = request.runs.size() == 1;
  float widest = thread ? measure.width("the thread (event loop)", Face::semibold, size) : 0;
  for (const ExportRun& run : request.runs) {
    for (const TaskId task : run.trace->tasks()) {
      widest = std::max(widest, measure.width(run.trace->label(task), Face::semibold, size));
    }
  }
  return widest;
}

std::size_t longest_run(const ExportRequest& request) {
  std::size_t most = 0;
  for (const ExportRun& run : request.runs) {
    most = std::max(most, run.trace->tasks().size());
  }
  return most;
}

// `width`: of the timeline.
Metrics metrics_for(const ExportRequest& request, const Measure& measure, const TypeScale& scale,
                    float pitch, float width) {
  const auto u = [&](float units) { return scale.units(units); };
  // Many lanes make everything smaller, but type less so than lanes.
  const float part = std::clamp(pitch / u(56), 0.62F, 1.0F);
  Metrics m;
  m.lane_pitch = pitch;
  m.bar_height = 0.54F * pitch;
  m.name_size = std::max(std::min(u(24), 0.5F * pitch), scale.least);
  m.note_size = std::max(std::min(u(18), 0.42F * pitch), scale.least);
  m.label_size = std::max(std::min(u(21), 0.36F * pitch), scale.least);
  m.tick_size = std::max(u(21) * part, scale.least);
  m.title_size = std::max(u(28) * part, scale.least * 1.3F);  // what explains is 0.78 of it
  m.least_size = scale.least;
  m.run_gap = u(34) * part;
  m.header_pad = 0;
  m.header_end = 0;
  m.left_pad = u(7);
  m.right_pad = std::max(u(56), m.note_size * 3.2F + 8 * m.bar_height / 24);
  m.name_width = u(120);  // it grows to the names
  // Long names get smaller type before they are cut.
  const float widest = widest_name(request, measure, m.name_size);
  const float room = 0.3F * width;
  if (widest > room) {
    const float least = std::max(std::min(m.name_size, u(15)), scale.least);
    m.name_size = std::max(m.name_size * room / widest, least);
  }
  return m;
}

TimelineView view_of(const ExportRequest& request, float width, float height) {
  TimelineView view;
  view.axis = request.axis;
  std::tie(view.from, view.to) = axis_stretch(request);
  view.width = width;
  view.height = height;
  view.show_legend = false;
  view.show_notes = false;
  view.show_thread = request.runs.size() == 1;
  view.show_resources = request.runs.size() == 1;
  view.backdrop = Role::panel;
  for (std::size_t i = 0; i < request.runs.size(); ++i) {
    const ExportRun& run = request.runs[i];
    RunView shown;
    shown.trace = run.trace;
    shown.title = run.title;
    shown.subtitle = run.subtitle;
    shown.subtitle_is_code = run.subtitle_is_code;
    shown.whole = !request.until_step;
    shown.playhead = until_seq(request, i);
    view.runs.push_back(shown);
    if (i > 0) {
      view.comparisons.push_back(compare(*request.runs.front().trace, *run.trace));
    }
  }
  view.selected_run = view.runs.size() - 1;
  view.hide_idle_main = request.runs.size() > 1 && only_idle_mains(request);
  return view;
}

}  // namespace

Seq until_seq(const ExportRequest& request, std::size_t run) {
  const Trace& trace = *request.runs[run].trace;
  if (!request.until_step) {
    return trace.size() - 1;
  }
  const Trace& last = *request.runs.back().trace;
  const std::uint32_t step = std::min(*request.until_step, last.step_count());
  const Seq seq = step == 0 ? 0 : end_of_step(last, step);
  return run + 1 == request.runs.size() ? seq : trace.last_at(last[seq].t_ns);
}

Timeline fitted_timeline(const ExportRequest& request, const Measure& measure,
                         const TypeScale& scale, float width, float height) {
  TimelineView view = view_of(request, width, height);
  const float least =
      std::max({scale.units(22), 12.0F * std::min(scale.u * 2, 1.0F), 2.1F * scale.least});
  const auto laid = [&](float pitch) {
    view.metrics = metrics_for(request, measure, scale, pitch, width);
    return layout(view, measure);
  };
  // Pitches from the largest in steps of 6 %; what fits is found by halving.
  const float most = std::max(scale.units(request.fit_height ? 64 : 106), least);
  int fits = static_cast<int>(std::ceil(std::log(most / least) / -std::log(0.94F)));
  const auto pitch_of = [&](int step) {
    return std::max(most * std::pow(0.94F, static_cast<float>(step)), least);
  };
  Timeline smallest = laid(pitch_of(fits));
  if (smallest.content_height <= height) {
    Timeline best = std::move(smallest);
    for (int low = 0; low < fits;) {
      const int middle = (low + fits) / 2;
      Timeline tried = laid(pitch_of(middle));
      if (tried.content_height <= height) {
        best = std::move(tried);
        fits = middle;
      } else {
        low = middle + 1;
      }
    }
    return best;
  }
  while (smallest.content_height > height) {
    const float over = smallest.content_height - height;
    const float lanes = over / (least * static_cast<float>(view.runs.size()));
    const std::size_t shown = view.max_lanes == 0 ? longest_run(request) : view.max_lanes;
    const auto fewer = static_cast<std::size_t>(std::max(1.0F, std::ceil(lanes)));
    if (shown <= 2) {
      break;
    }
    view.max_lanes = shown > fewer + 2 ? shown - fewer : 2;
    smallest = laid(least);
  }
  return smallest;
}

}  // namespace interleave
