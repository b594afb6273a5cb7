#include <algorithm>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"
#include "app/trace/words.h"

// The card of an instant that has been opened: its steps in their order, an iteration of the loop
// after the other, each with its number. Where they are more than the view is high, those around
// the playhead.

namespace interleave {
namespace {

struct Row {
  std::string text;
  // 0: a heading, or a line that counts the rest.
  std::uint32_t step = 0;
};

std::vector<Row> rows_of(const Trace& trace, const Instant& instant) {
  std::vector<Row> rows;
  std::uint32_t iteration = 0;
  for (std::uint32_t i = 0; i < instant.count; ++i) {
    const std::uint32_t step = instant.first + i;
    const Event event = trace[trace.step_begin(step)];
    if (event.iteration != iteration) {
      iteration = event.iteration;
      rows.push_back({"iteration " + std::to_string(iteration), 0});
    }
    rows.push_back({std::to_string(step) + "  " + std::string(trace.label(event.task)) +
                        (event.kind == Kind::task_started ? " starts" : " resumes"),
                    step});
  }
  return rows;
}

// At most so many, around the row of `step`.
void shorten(std::vector<Row>& rows, std::size_t most, std::uint32_t step) {
  if (rows.size() <= most || most < 3) {
    return;
  }
  const auto here =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.step == step; });
  const auto place =
      here == rows.end() ? std::size_t{0} : static_cast<std::size_t>(here - rows.begin());
  const std::size_t from = std::min(place > most / 2 ? place - most / 2 : 0, rows.size() - most);
  const std::size_t to = from + most;
  const auto steps_in = [&](std::size_t begin, std::size_t end) {
    return std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         rows.begin() + static_cast<std::ptrdiff_t>(end),
                         [](const Row& row) { return row.step != 0; });
  };
  const auto left = steps_in(to - (to < rows.size() ? 1 : 0), rows.size());
  const auto before = steps_in(0, from + (from > 0 ? 1 : 0));
  std::vector<Row> shown(rows.begin() + static_cast<std::ptrdiff_t>(from),
                         rows.begin() + static_cast<std::ptrdiff_t>(to));
  if (from > 0) {
    shown.front() = {"… " + std::to_string(before) + " before", 0};
  }
  if (to < rows.size()) {
    shown.back() = {"… " + std::to_string(left) + " more", 0};
  }
  rows = std::move(shown);
}

struct Card {
  Frame& frame;
  const RunFrame& run;
  Instant instant;
  Box box;
  float size = 12;
  float row_height = 20;
};

void draw_title(const Card& card) {
  Frame& frame = card.frame;
  const float size = card.size;
  const float y = card.box.y + 0.4F * size + card.row_height / 2;
  frame.text(
      {words::count_of(card.instant.count, "step") + " at " + seconds_text(card.instant.t_ns), size,
       Face::semibold, paint(Role::ink)},
      {card.box.x + size, y + 0.36F * size});
  const Point c{card.box.right() - 1.2F * size, y};
  const float r = 0.3F * size;
  frame.line({c.x - r, c.y - r}, {c.x + r, c.y + r}, paint(Role::ink_soft), 1.5F * frame.scale);
  frame.line({c.x - r, c.y + r}, {c.x + r, c.y - r}, paint(Role::ink_soft), 1.5F * frame.scale);
  frame.target->back().title = "close";
  const float half = 0.9F * size;
  frame.hit(Hit::What::close_instant, {c.x - half, c.y - half, 2 * half, 2 * half}, card.run.index,
            kNoTask, card.run.trace->step_begin(card.instant.first), card.instant.t_ns);
}

void draw_row(const Card& card, const Row& row, float y) {
  Frame& frame = card.frame;
  const float size = card.size;
  const float baseline = y + card.row_height / 2 + 0.36F * size;
  if (row.step == 0) {
    frame.text({row.text, size, Face::regular, paint(Role::ink_soft)},
               {card.box.x + size, baseline});
    frame.line({card.box.x + size, y}, {card.box.right() - size, y}, paint(Role::border),
               frame.scale);
    return;
  }
  const Trace& trace = *card.run.trace;
  const Seq seq = trace.step_begin(row.step);
  const TaskId task = trace[seq].task;
  const bool here = card.run.has_playhead && trace[card.run.run->playhead].step == row.step;
  if (here) {
    frame.rect({card.box.x + 0.4F * size, y, card.box.width - 0.8F * size, card.row_height},
               paint(Role::accent_soft), 0.35F * size);
  }
  frame.circle({card.box.x + 1.4F * size, y + card.row_height / 2}, 0.32F * size,
               task_paint(frame.colours.of(card.run.index, task)));
  frame.text({row.text, size, here ? Face::semibold : Face::medium, paint(Role::ink)},
             {card.box.x + 2.3F * size, baseline});
  frame.hit(Hit::What::span, {card.box.x, y, card.box.width, card.row_height}, card.run.index, task,
            seq, card.instant.t_ns);
}

// Right of the instant, or left of it where there is no room, and all of it within the view.
Box place_of(const Frame& frame, const RunFrame& run, float x, float width, float height) {
  const float gap = 8 * frame.k;
  const float edge = 4 * frame.scale;
  const bool right = x + gap + width <= frame.view.width - edge;
  const float left = right ? x + gap : std::max(edge, x - gap - width);
  const float wanted = run.lanes_top + 0.5F * frame.m.lane_pitch;
  return {left, std::max(edge, std::min(wanted, frame.view.height - height - edge)), width, height};
}

void draw_opened(Frame& frame, const RunFrame& run, std::int64_t t_ns) {
  const Trace& trace = *run.trace;
  const std::uint32_t first = first_step_from(trace, t_ns);
  const float x = frame.map().to_x(static_cast<double>(t_ns));
  if (first > trace.step_count() || trace[trace.step_begin(first)].t_ns != t_ns ||
      x < frame.map().x0 - 1 || x > frame.map().x1 + 1) {
    return;
  }
  Card card{frame, run, instant_at(trace, first), {}, frame.m.note_size, 1.7F * frame.m.note_size};
  std::vector<Row> rows = rows_of(trace, card.instant);
  const float room = frame.view.height - 2 * card.row_height - card.size;
  shorten(rows, static_cast<std::size_t>(std::max(3.0F, room / card.row_height)),
          run.has_playhead ? trace[run.run->playhead].step : 0);
  float width = frame.measure.width("20000 steps at 0.1234 s", Face::semibold, card.size);
  for (const Row& row : rows) {
    width = std::max(width, frame.measure.width(row.text, Face::semibold, card.size));
  }
  const auto count = static_cast<float>(rows.size() + 1);
  card.box =
      place_of(frame, run, x, width + 3.6F * card.size, card.row_height * count + 0.8F * card.size);
  frame.rect(card.box, paint(Role::panel), 6 * frame.k).stroke = paint(Role::border);
  // What lies under the card cannot be touched through it: beside its rows a click closes it.
  frame.hit(Hit::What::close_instant, card.box, run.index, kNoTask, trace.step_begin(first), t_ns);
  draw_title(card);
  float y = card.box.y + 0.4F * card.size + card.row_height;
  for (const Row& row : rows) {
    draw_row(card, row, y);
    y += card.row_height;
  }
}

}  // namespace

void draw_opened_instants(Frame& frame, const RunFrame& run) {
  if (run.index != frame.view.selected_run || frame.view.axis != Axis::time) {
    return;
  }
  for (const std::int64_t t_ns : frame.view.opened_instants) {
    draw_opened(frame, run, t_ns);
  }
}

}  // namespace interleave
