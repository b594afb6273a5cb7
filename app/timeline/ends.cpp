#include <algorithm>
#include <cmath>

#include "app/timeline/parts.h"
#include "app/trace/stops.h"

namespace interleave {
namespace {

float end_x(const Frame& frame, const RunFrame& run) {
  return run.columns ? frame.map().to_x(run.columns->total())
                     : frame.map().to_x(static_cast<double>(run.trace->end_ns()));
}

// Of explanations: 12 pixels at least.
float small_size(const Frame& frame) {
  return std::max(0.78F * frame.m.title_size, 12 * frame.scale);
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

/// What a run that failed says of it, on the side of the total where there is more room.
void draw_error(Frame& frame, const RunFrame& run, Stretch total, float y) {
  const Trace& trace = *run.trace;
  if (outcome_of(trace) != Outcome::failed) {
    return;
  }
  std::string_view error = trace.text(trace[trace.size() - 1].a);
  constexpr std::string_view known = "deadlock: ";  // the total says so
  error.remove_prefix(error.starts_with(known) ? known.size() : 0);
  const float size = frame.m.title_size;
  const float left = total.x0 - 0.8F * size;
  const float right = total.x1 + 0.8F * size;
  const float right_room = frame.view.width - frame.m.header_pad - right;
  const float room = std::max(left - frame.m.header_pad, right_room);
  Label label{{}, small_size(frame), Face::regular, paint(Role::ink_soft)};
  label.text = shortened(frame.measure, error, label.face, label.size, room);
  const bool at_right = room == right_room;
  frame.text_if_free(label, {at_right ? right : left, y}, at_right ? Align::left : Align::right);
}

struct BracketPlace {
  float left;
  float right;
  float top;
  float bottom;
};

// A text centred on `middle`, moved so far that it stays between the margins.
void centred_within(Frame& frame, Label label, float middle, float y) {
  const float margin = frame.m.header_pad;
  const float room = frame.view.width - 2 * margin;
  label.text = shortened(frame.measure, label.text, label.face, label.size, room);
  const float half = frame.text_width(label) / 2;
  const float x = std::clamp(middle, margin + half, frame.view.width - margin - half);
  frame.text_if_free(label, {x, y}, Align::middle);
}

std::vector<Label> bracket_words(const Frame& frame, const Comparison& comparison) {
  const float size = frame.m.title_size;
  const bool saved = comparison.comparable && comparison.saved_ns > 0;
  std::vector<Label> words;
  if (!comparison.result_note.empty()) {
    words.push_back({comparison.result_note, 0.82F * size, Face::semibold, paint(Role::blocked)});
  }
  if (!comparison.headline.empty()) {
    words.push_back(
        {comparison.headline, 0.96F * size, Face::bold, paint(saved ? Role::good : Role::ink)});
  }
  if (!comparison.explanation.empty()) {
    words.push_back(
        {comparison.explanation, small_size(frame), Face::regular, paint(Role::ink_soft)});
  }
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
  const float x = end_x(frame, run);
  if (!run.trace->complete() || !in_view(frame, x)) {
    return;
  }
  const float size = frame.m.title_size;
  const Label label{total_words(run), 0.9F * size, Face::bold, paint(Role::ink)};
  const float width = frame.text_width(label);
  const float gap = 0.4F * size;
  const float y = run.lanes_bottom + 1.1F * size;
  Stretch place{x - gap - width, x - gap};
  if (place.x0 >= frame.m.header_pad) {
    frame.text_if_free(label, {place.x1, y}, Align::right);
  } else {  // it would be off the page
    place = {x + gap, x + gap + width};
    frame.text_if_free(label, {place.x0, y}, Align::left);
  }
  draw_error(frame, run, place, y);
}

float bracket_height(const Frame& frame, std::size_t run) {
  if (run == 0 || run > frame.view.comparisons.size()) {
    return 0;
  }
  const auto lines =
      static_cast<float>(bracket_words(frame, frame.view.comparisons[run - 1]).size());
  return (1.9F + 1.3F * lines) * frame.m.title_size;
}

void draw_bracket(Frame& frame, const RunFrame& baseline, const RunFrame& run, float top) {
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
  float y = top + 2.75F * size;
  for (const Label& label : bracket_words(frame, comparison)) {
    centred_within(frame, label, middle, y);
    y += 1.28F * size;
  }
}

}  // namespace interleave
