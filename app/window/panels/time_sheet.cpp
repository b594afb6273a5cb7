// "Where did the time go?": the time saved from the first run to another, in steps and in words.

#include <algorithm>
#include <cmath>

#include "app/timeline/measure.h"
#include "app/timeline/waterfall.h"
#include "app/window/dialogue.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kWidth = 1080;

std::string letter(std::size_t run) { return {static_cast<char>('A' + run)}; }

WaterfallRun run_of(Session& session, std::size_t index) {
  WaterfallRun run;
  run.badge = letter(index);
  run.title = session.scenario().mode(session.run(index).mode())->title;
  if (const std::string words = session.run_words(index); !words.empty()) {
    run.title += ", " + words;
  }
  run.requests = requests_of(session.run(index).trace());
  return run;
}

std::size_t shown_run(const Session& session) {
  return std::clamp<std::size_t>(session.compared().explained_run, 1, session.run_count() - 1);
}

/// Of several runs each is held against the first: which one is chosen here.
void choice_of_run(Ui& ui, Point at) {
  for (std::size_t i = 1; i < ui.session.run_count(); ++i) {
    const std::string words = "A → " + letter(i);
    ButtonStyle style;
    style.look = i == shown_run(ui.session) ? Look::on : Look::quiet;
    style.size = 13;
    const float width = ui.width_of(words, 13, Face::semibold) + 28;
    if (button(ui, id_of("explained run", i), {at.x, at.y, width, 28}, words, style).activated &&
        i != shown_run(ui.session)) {
      ui.send(command::ExplainTime{i});
    }
    at.x += width + 8;
  }
}

void draw(Ui& ui) {
  constexpr float margin = 28;
  const std::size_t index = shown_run(ui.session);
  const bool several = ui.session.run_count() > 2;
  const float top = several ? 96.0F : 60.0F;
  float width = std::min(ui.window.width - 40, kWidth);
  WaterfallView view;
  view.baseline = run_of(ui.session, 0);
  view.other = run_of(ui.session, index);
  view.comparison = ui.session.comparisons().at(index - 1);
  view.width = (width - 2 * margin) * ui.scale;
  view.scale = ui.scale;
  Waterfall picture = waterfall(view, embedded_measure());
  // As large as the window allows, for the last row.
  const float room = (ui.window.height - 40 - top - 24) / (picture.height / ui.scale);
  const float larger = std::min({(ui.window.width - 40) / kWidth, room, 1.4F});
  if (larger > 1) {
    width = std::round(width * larger);
    view.width = (width - 2 * margin) * ui.scale;
    view.scale = ui.scale * larger;
    picture = waterfall(view, embedded_measure());
  }
  const float content = picture.height / ui.scale;
  const Box box =
      dialogue(ui, "Where did the time go?", width,
               std::min(ui.window.height - 40, content + top + 24), command::ExplainTime{index});
  if (several) {
    choice_of_run(ui, {box.x + margin, box.y + 54});
  }
  const Box inside{box.x + margin, box.y + top, box.width - 2 * margin + 14, box.height - top - 14};
  const float scroll = begin_scroll(ui, id_of("time sheet"), inside, content);
  ui.paint.moved(1, {inside.x * ui.scale, (inside.y - scroll) * ui.scale}).draw(picture.shapes);
  end_scroll(ui);
}

bool shown(const Session& session) {
  // While a question masks what is to come there are no comparisons.
  return session.compared().explained && !session.comparisons().empty();
}

}  // namespace

extern const Overlay time_sheet_overlay;
const Overlay time_sheet_overlay = {"time sheet", shown, draw};

}  // namespace interleave
