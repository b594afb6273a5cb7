// What lies under the mouse on the timeline, in a sentence.

#include <algorithm>

#include "app/trace/narration.h"
#include "app/trace/span_words.h"
#include "app/trace/stops.h"
#include "app/window/panels/timeline_parts.h"

namespace interleave {

namespace {

std::string event_words(const Trace& trace, Seq seq) {
  return seconds_text(trace[seq].t_ns) + "  " + describe(trace, seq);
}

/// What the task did there, by the span that begins with that event or goes on over it.
std::string span_words(const Trace& trace, TaskId task, Seq seq) {
  const std::string words = sentence_at(trace, task, seq);
  return words.empty() ? event_words(trace, seq) : words;
}

}  // namespace

void say_what_is_hovered(Ui& ui, const Hit* hit, bool masked) {
  if (hit == nullptr || hit->run >= ui.session.run_count()) {
    return;
  }
  const Trace& trace = ui.session.run(hit->run).trace();
  const Seq seq = std::min<Seq>(hit->seq, trace.size() - 1);
  const auto name = [&] { return std::string(trace.label(hit->task)); };
  switch (hit->what) {
    case Hit::What::span:
      ui.tooltip = masked ? event_words(trace, seq) : span_words(trace, hit->task, seq);
      break;
    case Hit::What::mark:
    case Hit::What::parts:
    case Hit::What::level:
      ui.tooltip = event_words(trace, seq);
      break;
    case Hit::What::badge:
      ui.tooltip = "Several steps at " + seconds_text(hit->t_ns) + ": open them";
      break;
    case Hit::What::close_instant:
      ui.tooltip = "Close (Esc)";
      break;
    case Hit::What::fold:
      ui.tooltip = "Fold the tasks that " + name() + " created, or open them (Enter)";
      break;
    case Hit::What::fold_run:
      ui.tooltip = "Fold this run to its thread, or open it";
      break;
    case Hit::What::pin:
      ui.tooltip = "Keep this lane in sight, or let it go (Shift+Enter)";
      break;
    case Hit::What::hidden_lanes:
      ui.tooltip = "Show all lanes again";
      break;
    case Hit::What::lane_name:
      ui.tooltip = selection_sentence(
          trace, ui.session.run(hit->run).states().at(ui.session.playhead(hit->run)), hit->task);
      break;
    case Hit::What::ruler:
    case Hit::What::lane:
      return;
  }
  ui.hand_cursor = true;
}

}  // namespace interleave
