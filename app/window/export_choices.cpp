#include "app/window/export_choices.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/export/preset.h"
#include "app/timeline/layout.h"

namespace interleave {

namespace {

constexpr std::array<float, 3> kFine = {1, 2, 4};
constexpr int kLeastSide = 200;
constexpr int kMostSide = 10'000;

struct PageSize {
  int width = 0;
  int height = 0;
};

/// "1920x1080" or "1920 × 1080"; zeros where it is neither.
PageSize size_of(const std::string& text) {
  PageSize size;
  const char* end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, size.width);
  const std::size_t digits = text.find_last_not_of("0123456789");
  if (error != std::errc() || digits == std::string::npos || behind == end) {
    return {};
  }
  std::from_chars(text.data() + digits + 1, end, size.height);
  return size;
}

bool good(const PageSize& size) {
  return size.width >= kLeastSide && size.width <= kMostSide && size.height >= kLeastSide &&
         size.height <= kMostSide;
}

void set_page(ExportRequest& request, const ExportChoices& choices) {
  const auto presets = page_presets();
  if (static_cast<std::size_t>(choices.page) < presets.size()) {
    apply_preset(request, presets[static_cast<std::size_t>(choices.page)]);
  } else if (const PageSize size = size_of(choices.size.text()); good(size)) {
    request.width = static_cast<float>(size.width);
    request.height = static_cast<float>(size.height);
  }
  request.scale *= kFine.at(static_cast<std::size_t>(choices.fine));
}

void set_part(ExportRequest& request, Session& session, const ExportChoices& choices) {
  const Trace& trace = session.focused().trace();
  switch (static_cast<ExportPart>(choices.part)) {
    case ExportPart::all:
      break;
    case ExportPart::view: {
      // A stretch of steps is asked for by the time that it takes.
      const AxisStretch shown = session.wanted_stretch();
      if (session.view().axis == Axis::time) {
        request.span = {Axis::time, shown.from, shown.to};
      } else {
        const Seq first = seq_at_value(trace, Axis::steps, shown.from);
        const Seq last = seq_at_value(trace, Axis::steps, shown.to);
        const double from = trace[first].step;
        request.span = {Axis::steps, std::max(1.0, from),
                        std::max(1.0, static_cast<double>(trace[last].step))};
      }
      break;
    }
    case ExportPart::playhead:
      if (request.sheet == Sheet::picture) {
        request.until_step = session.state().step;
      }
  }
}

}  // namespace

std::string size_trouble(const ExportChoices& choices) {
  const bool own = static_cast<std::size_t>(choices.page) >= page_presets().size();
  return own && !good(size_of(choices.size.text()))
             ? "A size is WIDTHxHEIGHT, such as 1920x1080, each 200 to 10000"
             : "";
}

ExportRequest export_request(Session& session, const ExportChoices& choices) {
  ExportRequest request;
  request.sheet = static_cast<Sheet>(choices.sheet);
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    session.run(i).finish();
    if (request.sheet != Sheet::handout || i == session.view().focus) {
      request.runs.push_back(described(session.run(i).trace()));
    }
  }
  request.focus = request.sheet == Sheet::handout ? 0 : session.view().focus;
  request.playhead = session.playhead();
  if (session.selected_task() != kNoTask && session.selected_run() == session.view().focus) {
    request.selected = session.selected_task();
  }
  if (const Drawing& drawing = session.drawing(); drawing.on) {
    request.sheet = Sheet::picture;
    request.runs = {described(session.run(drawing.run).trace())};
    request.focus = 0;
    request.sketch = {drawing.grid, drawing.drawn,
                      drawing.told ? std::optional(drawing.truth) : std::nullopt};
    request.caption = drawing.told ? "What is, above what was drawn" : "What was drawn";
  }
  request.path = choices.path.text();
  request.theme = kAllThemes.at(static_cast<std::size_t>(choices.theme));
  request.axis = static_cast<Axis>(choices.axis);
  request.show_title = choices.title;
  request.show_caption = choices.caption;
  request.show_legend = choices.legend;
  if (!choices.listing) {
    request.listing = false;
  }
  request.output = choices.output;
  set_page(request, choices);
  set_part(request, session, choices);
  return request;
}

}  // namespace interleave
