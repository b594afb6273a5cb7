#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"
#include "app/timeline/text_lines.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

float end_x(const Frame& frame, const RunFrame& run) {
  return run.columns ? frame.map().to_x(run.columns->total())
                     : frame.map().to_x(static_cast<double>(run.trace->end_ns()));
}

// Explanations are wrapped; what is said in more lines than these is no label of a picture.
constexpr std::size_t kMostLines = 6;
// From one line below the lanes to the next, of the title's size.
constexpr float kLine = 1.28F;

// Of explanations: as large as labels at least.
float small_size(const Frame& frame) {
  return std::max(0.78F * frame.m.title_size, frame.m.label_size);
}

bool in_view(const Frame& frame, float x) {
  return x >= frame.map().x0 - 0.5F && x <= frame.map().x1 + 0.5F;
}

std::string total_words(const RunFrame& run) {
  const std::int64_t end_ns = run.trace->end_ns();
  std::string words;
  switch (outcome_of(*run.trace)) {
    case Outcome::failed:
      words = failure_of(*run.trace) == "deadlock" ? "deadlock" : "failed";
      words += " at " + total_text(end_ns);
      break;
    case Outcome::stopped:
      words = "watched to " + seconds_text(end_ns);
      break;
    default:
      words = total_text(end_ns);
  }
  if (run.columns) {
    const std::uint32_t steps = run.trace->step_count();
    words = std::to_string(steps) + (steps == 1 ? " step · " : " steps · ") + words;
  }
  return words;
}

bool has_total(const Frame& frame, const RunFrame& run) {
  return run.trace->complete() && in_view(frame, end_x(frame, run));
}

Label total_label(const Frame& frame, const RunFrame& run) {
  return {total_words(run), 0.9F * frame.m.title_size, Face::bold, paint(Role::ink)};
}

// At the left of the run's end; at its right where it would be off the page.
Stretch total_place(const Frame& frame, const RunFrame& run) {
  const float x = end_x(frame, run);
  const float width = frame.text_width(total_label(frame, run));
  const float gap = 0.4F * frame.m.title_size;
  return x - gap - width >= frame.m.header_pad ? Stretch{x - gap - width, x - gap}
                                               : Stretch{x + gap, x + gap + width};
}

// What a run that failed says of it, on the side of the total where there is more room.
struct ErrorWords {
  std::vector<std::string> lines;
  float x = 0;
  Align align = Align::left;
};

ErrorWords error_words(const Frame& frame, const RunFrame& run) {
  const Trace& trace = *run.trace;
  if (!has_total(frame, run) || outcome_of(trace) != Outcome::failed) {
    return {};
  }
  std::string_view error = trace.text(trace[trace.size() - 1].a);
  constexpr std::string_view known = "deadlock: ";  // the total says so
  error.remove_prefix(error.starts_with(known) ? known.size() : 0);
  const Stretch total = total_place(frame, run);
  const float gap = 0.8F * frame.m.title_size;
  const float left_room = total.x0 - gap - frame.m.header_pad;
  const float right_room = frame.view.width - frame.m.header_pad - total.x1 - gap;
  const bool at_right = right_room >= left_room;
  return {text_lines(frame.measure, error, Face::regular, small_size(frame),
                     std::max(left_room, right_room), kMostLines),
          at_right ? total.x1 + gap : total.x0 - gap, at_right ? Align::left : Align::right};
}

// Of the lines of a run's error that are more than one.
float error_height(const Frame& frame, const RunFrame& run) {
  const std::size_t lines = error_words(frame, run).lines.size();
  return lines < 2 ? 0 : static_cast<float>(lines - 1) * kLine * frame.m.title_size;
}

struct BracketPlace {
  float left;
  float right;
  float top;
  float bottom;
};

using Paragraph = std::vector<Label>;

// What its lines have their middle on, moved so far that all of them stay between the margins.
float middle_within(const Frame& frame, const Paragraph& lines, float wished) {
  float half = 0;
  for (const Label& line : lines) {
    half = std::max(half, frame.text_width(line) / 2);
  }
  const float from = frame.m.header_pad + half;
  return std::clamp(wished, from, std::max(from, frame.view.width - frame.m.header_pad - half));
}

// As wide as the page between its margins.
std::vector<Paragraph> bracket_words(const Frame& frame, const Comparison& comparison) {
  const float size = frame.m.title_size;
  const bool saved = comparison.comparable && comparison.saved_ns > 0;
  std::vector<Paragraph> words;
  const auto say = [&](std::string_view text, float of_size, Face face, Role role) {
    const float room = frame.view.width - 2 * frame.m.header_pad;
    Paragraph lines;
    for (std::string& line : text_lines(frame.measure, text, face, of_size, room, kMostLines)) {
      lines.push_back({std::move(line), of_size, face, paint(role)});
    }
    words.push_back(std::move(lines));
  };
  say(comparison.result_note, 0.82F * size, Face::semibold, Role::blocked);
  say(comparison.headline, 0.96F * size, Face::bold, saved ? Role::good : Role::ink);
  say(comparison.explanation, small_size(frame), Face::regular, Role::ink_soft);
  return words;
}

bool has_bracket(const Frame& frame, const RunFrame& baseline, const RunFrame& run) {
  const Comparison& comparison = frame.view.comparisons[run.index - 1];
  const float a = end_x(frame, baseline);
  const float b = end_x(frame, run);
  return frame.view.axis == Axis::time && comparison.comparable && in_view(frame, a) &&
         in_view(frame, b) && std::abs(a - b) > 6 * frame.k;
}

float bracket_bottom(const Frame& frame, const RunFrame& run) {
  return run.lanes_bottom + 1.4F * frame.m.title_size;
}

}  // namespace

// From the baseline's end down to the last bracket, going round words that stand in its way.
void draw_drop(Frame& frame, const std::vector<RunFrame>& runs) {
  const RunFrame& baseline = runs.front();
  float to = 0;
  for (std::size_t i = 1; i < runs.size() && i <= frame.view.comparisons.size(); ++i) {
    if (has_bracket(frame, baseline, runs[i])) {
      to = bracket_bottom(frame, runs[i]);
    }
  }
  constexpr float step = 3;
  const float x = end_x(frame, baseline);
  const auto segment = [&](float y0, float y1) {
    if (y1 > y0 + step) {
      frame.path({{x, y0}, {x, y1}}, false, {}, paint(Role::ink_soft), 0.075F * frame.m.title_size)
          .dash = Dash::dotted;
    }
  };
  to = std::min(to, frame.view.height);
  float begin = baseline.lanes_bottom + 0.4F * frame.m.title_size;
  for (float y = begin; y < to; y += step) {
    if (!frame.words.is_free({x - 4, y, 8, step})) {
      segment(begin, y);
      begin = y + step;
    }
  }
  segment(begin, to);
}

void draw_end_line(Frame& frame, const RunFrame& run) {
  const float x = end_x(frame, run);
  if (run.trace->complete() && in_view(frame, x)) {
    const float size = frame.m.title_size;
    frame.line({x, run.lanes_top}, {x, run.lanes_bottom + 0.25F * size}, paint(Role::ink),
               0.1F * size);
  }
}

void draw_total(Frame& frame, const RunFrame& run) {
  if (!has_total(frame, run)) {
    return;
  }
  const float size = frame.m.title_size;
  float y = run.lanes_bottom + 1.1F * size;
  const Stretch place = total_place(frame, run);
  const bool at_left = place.x1 < end_x(frame, run);
  frame.text_if_free(total_label(frame, run), {at_left ? place.x1 : place.x0, y},
                     at_left ? Align::right : Align::left);
  const ErrorWords error = error_words(frame, run);
  for (const std::string& line : error.lines) {
    frame.text_if_free({line, small_size(frame), Face::regular, paint(Role::ink_soft)},
                       {error.x, y}, error.align);
    y += kLine * size;
  }
}

float end_height(const Frame& frame, const RunFrame& run) {
  const float size = frame.m.title_size;
  const float total = (run.trace->complete() ? 1.5F : 0.3F) * size;
  float bracket = 0;
  if (run.index > 0 && run.index <= frame.view.comparisons.size()) {
    std::size_t lines = 0;
    for (const Paragraph& words : bracket_words(frame, frame.view.comparisons[run.index - 1])) {
      lines += words.size();
    }
    bracket = (1.9F + 1.3F * static_cast<float>(lines)) * size;
  }
  return std::max(total, bracket) + error_height(frame, run);
}

void draw_bracket(Frame& frame, const RunFrame& baseline, const RunFrame& run, float top) {
  if (bracket_bottom(frame, run) > frame.view.height) {
    return;  // it waits to be scrolled to
  }
  const Comparison& comparison = frame.view.comparisons[run.index - 1];
  const float size = frame.m.title_size;
  const float a = end_x(frame, baseline);
  const float b = end_x(frame, run);
  float middle =
      in_view(frame, b) && frame.view.axis == Axis::time ? b : frame.view.width - frame.m.right_pad;
  if (has_bracket(frame, baseline, run)) {
    const BracketPlace place{std::min(a, b), std::max(a, b), top + 0.85F * size,
                             bracket_bottom(frame, run)};
    const bool saved = comparison.saved_ns > 0;
    const float inset = 2 * frame.k;
    const Paint ink = paint(saved ? Role::good : Role::ink);
    frame.path({{place.left + inset, place.top},
                {place.left + inset, place.bottom},
                {place.right - inset, place.bottom},
                {place.right - inset, place.top}},
               false, {}, ink, 0.13F * size);
    middle = (place.left + place.right) / 2;
  }
  float y = top + 2.75F * size + error_height(frame, run);
  for (const Paragraph& words : bracket_words(frame, comparison)) {
    const float x = middle_within(frame, words, middle);
    for (const Label& line : words) {
      frame.text_if_free(line, {x, y}, Align::middle);
      y += kLine * size;
    }
  }
}

}  // namespace interleave
