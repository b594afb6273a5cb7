#include "app/export/picture.h"

#include <algorithm>
#include <cmath>

#include "app/export/listing_block.h"
#include "app/timeline/frame.h"
#include "app/timeline/layout.h"
#include "app/timeline/legend.h"
#include "app/timeline/sketch_layout.h"
#include "assets/embedded.h"
#include "scenarios/catalogue.h"

// A page at 1920 x 1080, in units `u` of a page of another size:
//
//        80                                              1840
//     96 Reading, messages and boiling water                      46, bold
//    140 The same work twice: …                                   25
//    172 Sequential   ┌ timeline ──────────────┐ ┌ listing ┐
//        …            │                        │ │         │
//   1016 ■ running  ▢ ready  ▨ suspended …  Interleave · boiling-water

namespace interleave {
namespace {

struct PageSize {
  float width;
  float height;
  // Pixels of a unit. Small pages get larger type in proportion, so that it can be read at all.
  float u;
};

PageSize size_of(const ExportRequest& request) {
  const float fit = std::min(request.width / 1920, request.height / 1080);
  return {request.width, request.height, std::max(fit, 0.5F)};
}

struct Move {
  float dx;
  float dy;
  void operator()(RectShape& s) const { move(s.box); }
  void operator()(CircleShape& s) const { move(s.centre); }
  void operator()(TextShape& s) const { move(s.at); }
  void operator()(PushClip& s) const { move(s.box); }
  void operator()(PopClip&) const {}
  void operator()(PathShape& s) const {
    for (Point& point : s.points) {
      move(point);
    }
  }
  template <class Place>
  void move(Place& place) const {
    place.x += dx;
    place.y += dy;
  }
};

void append_moved(Shapes& to, Shapes shapes, float dx, float dy) {
  for (Shape& shape : shapes) {
    std::visit(Move{dx, dy}, shape.form);
    to.push_back(std::move(shape));
  }
}

std::vector<std::string> wrapped(const Measure& measure, const std::string& text, float size,
                                 float room, std::size_t most) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, space - at);
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && measure.width(longer, Face::regular, size) > room) {
      if (lines.size() + 1 == most) {
        lines.push_back(
            shortened(measure, line + " " + text.substr(at), Face::regular, size, room));
        return lines;
      }
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
    at = space + 1;
  }
  if (!line.empty()) {
    lines.push_back(shortened(measure, line, Face::regular, size, room));
  }
  return lines;
}

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

class Composer {
 public:
  Composer(const ExportRequest& request, const Measure& measure)
      : request_(request), measure_(measure), size_(size_of(request)) {
    page_.width = size_.width;
    page_.height = size_.height;
    page_.theme = request.theme;
    page_.title = title_of(request);
    page_.description = picture_description(request);
    page_view_.width = size_.width;
    page_view_.height = size_.height;
    page_view_.backdrop = Role::panel;
  }

  Page compose() {
    Frame frame(page_view_, measure_, drawn_);
    frame.rect({0, 0, size_.width, size_.height}, paint(Role::panel));
    float y = draw_heading(frame);
    draw_footer(frame);
    const float bottom = size_.height - u(100);
    if (request_.sketch) {
      draw_sketch(y, bottom);
    } else {
      draw_timeline(draw_listing_beside(frame, y, bottom), y, bottom);
    }
    page_.shapes = std::move(drawn_.shapes);
    return std::move(page_);
  }

 private:
  [[nodiscard]] float u(float units) const { return units * size_.u; }
  [[nodiscard]] float margin() const { return std::min(u(80), size_.width * 0.0417F + 8); }

  static std::string title_of(const ExportRequest& request) {
    if (!request.title.empty()) {
      return request.title;
    }
    const TraceHeader& header = request.runs.front().trace->header();
    const Scenario* scenario = find_scenario(header.scenario);
    return scenario != nullptr ? scenario->title : header.scenario;
  }

  [[nodiscard]] std::string caption() const {
    if (!request_.caption.empty()) {
      return request_.caption;
    }
    const Scenario* scenario = find_scenario(request_.runs.front().trace->header().scenario);
    return scenario != nullptr && request_.title.empty() ? scenario->teaches : std::string();
  }

  // Title and caption; gives where the rest begins.
  float draw_heading(Frame& frame) {
    const float room = size_.width - 2 * margin();
    float y = u(48);
    if (!page_.title.empty()) {
      const float size = u(46);
      const Label title{shortened(measure_, page_.title, Face::bold, size, room), size, Face::bold,
                        paint(Role::ink)};
      frame.text_if_free(title, {margin(), u(96)});
      y = u(112);
    }
    const float size = u(25);
    for (const std::string& line : wrapped(measure_, caption(), size, room, 2)) {
      frame.text_if_free({line, size, Face::regular, paint(Role::ink_soft)}, {margin(), y + u(28)});
      y += u(34);
    }
    return y + u(22);
  }

  void draw_footer(Frame& frame) {
    const float size = u(21);
    const float y = size_.height - u(50);
    const float width = draw_legend(frame, {margin(), y}, size, paint(Role::ink_soft));
    const std::string& scenario = request_.runs.front().trace->header().scenario;
    const float room = size_.width - 2 * margin() - width - u(60);
    Label footer{scenario.empty() ? "Interleave" : "Interleave · " + scenario, u(19), Face::regular,
                 paint(Role::ink_faint)};
    footer.text = shortened(measure_, footer.text, footer.face, footer.size, room);
    frame.text_if_free(footer, {size_.width - margin(), y}, Align::right);
  }

  // Gives the right end of what is left for the timeline.
  float draw_listing_beside(Frame& frame, float top, float bottom) {
    const float right = size_.width - margin();
    const bool wanted = request_.listing.value_or(request_.runs.size() == 1);
    if (!wanted || request_.runs.empty()) {
      return right;
    }
    const TraceHeader& header = request_.runs.back().trace->header();
    const Scenario* scenario = find_scenario(header.scenario);
    if (scenario == nullptr || scenario->mode(header.mode) == nullptr) {
      return right;
    }
    ListingBlock block(measure_, embedded(scenario->listing(header.mode)));
    // Asked for, it may get smaller and take more room than where it only stands if it fits.
    const float least = request_.listing ? u(12) : u(17);
    const float width = size_.width * (request_.listing ? 0.42F : 0.34F);
    if (!block.fit(width, bottom - top, u(21), least)) {
      return right;
    }
    const Box box{right - block.width(), top + u(20), block.width(), block.height()};
    block.draw(frame, box, until() ? running_line() : 0);
    return box.x - u(44);
  }

  [[nodiscard]] bool until() const { return request_.until_step.has_value(); }

  [[nodiscard]] Seq end_of_step(const Trace& trace, std::uint32_t step) const {
    const Seq next = step < trace.step_count() ? trace.step_begin(step + 1) : trace.size();
    const auto stops = trace.stops();
    const auto after = std::lower_bound(stops.begin(), stops.end(), next);
    return after == stops.begin() ? 0 : *(after - 1);
  }

  [[nodiscard]] Seq playhead_of(std::size_t run) const {
    const Trace& last = *request_.runs.back().trace;
    const std::uint32_t step = std::min(*request_.until_step, last.step_count());
    const Seq seq = step == 0 ? 0 : end_of_step(last, step);
    const Trace& trace = *request_.runs[run].trace;
    return run + 1 == request_.runs.size() ? seq : trace.last_at(last[seq].t_ns);
  }

  [[nodiscard]] std::uint16_t running_line() const {
    const Trace& trace = *request_.runs.back().trace;
    return trace[playhead_of(request_.runs.size() - 1)].line;
  }

  // `width`: of the timeline.
  [[nodiscard]] Metrics metrics(float pitch, float width) const {
    // Many lanes make everything smaller, but type less so than lanes.
    const float part = std::clamp(pitch / u(56), 0.62F, 1.0F);
    Metrics m;
    m.lane_pitch = pitch;
    m.bar_height = 0.54F * pitch;
    m.name_size = std::min(u(24), 0.5F * pitch);
    m.note_size = std::min(u(18), 0.42F * pitch);
    m.label_size = std::min(u(21), 0.36F * pitch);
    m.tick_size = u(21) * part;
    m.title_size = u(28) * part;
    m.run_gap = u(34) * part;
    m.header_pad = 0;
    m.header_end = 0;
    m.left_pad = u(7);
    m.right_pad = std::max(u(56), m.note_size * 3.2F + 8 * m.bar_height / 24);
    m.name_width = u(120);  // it grows to the names
    // Long names get smaller type before they are cut.
    const float widest = widest_name(m.name_size);
    const float room = 0.3F * width;
    if (widest > room) {
      m.name_size = std::max(m.name_size * room / widest, std::min(m.name_size, u(15)));
    }
    return m;
  }

  [[nodiscard]] TimelineView view(float width, float height) const {
    TimelineView view;
    view.axis = request_.axis;
    view.width = width;
    view.height = height;
    view.show_legend = false;
    view.show_notes = false;
    view.show_thread = request_.runs.size() == 1;
    view.show_resources = request_.runs.size() == 1;
    view.backdrop = Role::panel;
    for (std::size_t i = 0; i < request_.runs.size(); ++i) {
      const ExportRun& run = request_.runs[i];
      RunView shown;
      shown.trace = run.trace;
      shown.title = run.title;
      shown.subtitle = run.subtitle;
      shown.subtitle_is_code = run.subtitle_is_code;
      shown.whole = !until();
      shown.playhead = until() ? playhead_of(i) : run.trace->size() - 1;
      view.runs.push_back(shown);
      if (i > 0) {
        view.comparisons.push_back(compare(*request_.runs.front().trace, *run.trace));
      }
    }
    view.selected_run = view.runs.size() - 1;
    view.hide_idle_main =
        request_.runs.size() > 1 &&
        std::all_of(request_.runs.begin(), request_.runs.end(), [](const ExportRun& run) {
          const auto roots = run.trace->children_of(kProgram);
          return std::all_of(roots.begin(), roots.end(), [&](TaskId root) {
            return run.trace->log().task(root).internal ||
                   run.trace->text(run.trace->log().task(root).coroutine) != "main" ||
                   idle_main(*run.trace, root);
          });
        });
    return view;
  }

  void draw_sketch(float top, float bottom) {
    SketchView view;
    view.trace = request_.runs.back().trace;
    view.grid = request_.sketch->grid;
    view.drawn = &request_.sketch->drawn;
    view.truth = request_.sketch->truth ? &*request_.sketch->truth : nullptr;
    view.box = {margin(), top, size_.width - 2 * margin(), bottom - top};
    view.scale = u(1.5F);
    view.type = 16;
    append_moved(drawn_.shapes, sketch_layout(view, measure_).shapes, 0, 0);
  }

  // The largest lanes that fit; where even the smallest do not, the first so many.
  void draw_timeline(float right, float top, float bottom) {
    const float height = bottom - top;
    TimelineView view = this->view(right - margin(), height);
    const float least = std::max(u(22), 12.0F);
    Timeline timeline;
    for (float pitch = u(106);; pitch *= 0.94F) {
      view.metrics = metrics(std::max(pitch, least), view.width);
      timeline = layout(view, measure_);
      if (timeline.content_height <= height) {
        break;
      }
      if (pitch <= least) {
        const float over = timeline.content_height - height;
        const float lanes = over / (least * static_cast<float>(view.runs.size()));
        const std::size_t most = view.max_lanes == 0 ? longest_run() : view.max_lanes;
        const auto fewer = static_cast<std::size_t>(std::max(1.0F, std::ceil(lanes)));
        if (most <= 2) {
          break;
        }
        view.max_lanes = most > fewer + 2 ? most - fewer : 2;
      }
    }
    append_moved(drawn_.shapes, std::move(timeline.shapes), margin(), top);
  }

  [[nodiscard]] float widest_name(float size) const {
    const bool thread = request_.runs.size() == 1;
    float widest = thread ? measure_.width("the thread (event loop)", Face::semibold, size) : 0;
    for (const ExportRun& run : request_.runs) {
      for (const TaskId task : run.trace->tasks()) {
        widest = std::max(widest, measure_.width(run.trace->label(task), Face::semibold, size));
      }
    }
    return widest;
  }

  [[nodiscard]] std::size_t longest_run() const {
    std::size_t most = 0;
    for (const ExportRun& run : request_.runs) {
      most = std::max(most, run.trace->tasks().size());
    }
    return most;
  }

  const ExportRequest& request_;
  const Measure& measure_;
  PageSize size_;
  TimelineView page_view_;
  Timeline drawn_;
  Page page_;
};

}  // namespace

ExportRun described(const Trace& trace) {
  ExportRun run;
  run.trace = &trace;
  const TraceHeader& header = trace.header();
  run.title = header.mode;
  const Scenario* scenario = find_scenario(header.scenario);
  const Mode* mode = scenario != nullptr ? scenario->mode(header.mode) : nullptr;
  if (mode != nullptr) {
    run.title = mode->title;
    run.subtitle = mode->subtitle;
    run.subtitle_is_code = mode->subtitle_is_code;
  }
  return run;
}

Page compose(const ExportRequest& request, const Measure& measure) {
  return Composer(request, measure).compose();
}

std::vector<Page> compose_storyboard(const ExportRequest& request, const Measure& measure) {
  std::vector<Page> pages;
  ExportRequest one = request;
  const std::uint32_t steps = request.runs.back().trace->step_count();
  for (std::uint32_t step = 1; step <= steps; ++step) {
    one.until_step = step;
    pages.push_back(compose(one, measure));
  }
  return pages;
}

}  // namespace interleave
