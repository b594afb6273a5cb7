// What the class is asked: in the narration's place, and the chooser of what is asked and how
// often.

#include "app/window/panels/question_card.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/measure.h"
#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kMargin = 16;
constexpr float kPad = 20;

float question_height(Ui& ui, const QuestionSizes& sizes, float width) {
  const Prediction& prediction = ui.session.prediction();
  const float room = width - 2 * kMargin - 2 * kPad;
  return 22 + 2.1F * sizes.question + answers_height(sizes, prediction, room) + 8 +
         told_height(sizes, room) + 10;
}

/// What can be done with it, while it is open.
void draw_actions(Ui& ui, const QuestionSizes& sizes, Box inside) {
  const Prediction& prediction = ui.session.prediction();
  const float y = sizes.compact ? inside.y + 6 : inside.bottom() - 38;
  float x = inside.right();
  const auto action = [&](const char* words, Look look, bool enabled, Command command) {
    ButtonStyle style;
    style.look = look;
    style.size = std::max(12.5F, sizes.note);
    style.face = Face::medium;
    style.enabled = enabled;
    const float width = ui.width_of(words, style.size, Face::semibold) + (sizes.compact ? 16 : 26);
    x -= width;
    if (button(ui, id_of(words), {x, y, width, sizes.compact ? 24.0F : 28.0F}, words, style)
            .activated) {
      ui.send(std::move(command));
    }
    x -= 6;
  };
  const bool has_answer = prediction.has_answer();
  action(prediction.votes && !prediction.takes_number()
             ? (sizes.compact ? "Count" : "Count the votes")
             : "Confirm",
         has_answer ? Look::primary : Look::quiet, has_answer, command::ConfirmAnswer{});
  action("Skip", Look::bare, true, command::SkipQuestion{false});
  if (sizes.compact) {
    return;  // PgDn shows, too
  }
  action("Show", Look::bare, true, command::RevealAnswer{});
  const char* hint =
      prediction.takes_number() ? "Digits, N, F  answer    Enter  confirms    S  skips"
      : prediction.votes        ? "Each press is a vote    Enter  counts    S  skips"
                         : "A key, or a click on a lane: an answer    Enter  confirms    S  skips";
  if (ui.width_of(hint, sizes.note, Face::regular) < x - inside.x - 8) {
    ui.paint.words({inside.x, y + 18}, hint, sizes.note, Face::regular, paint(Role::ink_soft));
  }
}

/// While nothing is told yet, low rows take the room that it will take.
void fill_height(QuestionSizes& sizes, const Prediction& prediction, Box card_box) {
  constexpr float kTallest = 38;
  const float room = card_box.width - 2 * kPad;
  const float answers = answers_height(sizes, prediction, room);
  const float rows = std::max(1.0F, std::round(answers / sizes.row));
  const float spare = card_box.height - (7 + 1.9F * sizes.question + answers + 12);
  sizes.row = std::clamp(sizes.row + spare / rows, sizes.row, kTallest);
}

void draw_question(Ui& ui, Box card_box) {
  const QuestionSizes roomy;
  const float needed = question_height(ui, roomy, card_box.width + 2 * kMargin);
  const Prediction& prediction = ui.session.prediction();
  QuestionSizes sizes = needed > card_box.height + 1 ? QuestionSizes::low() : roomy;
  if (sizes.compact && !prediction.answered()) {
    fill_height(sizes, prediction, card_box);
  }
  const Box inside{card_box.x + kPad, card_box.y, card_box.width - 2 * kPad, card_box.height};
  const State& state = ui.session.state();
  float y = inside.y + (sizes.compact ? 7 : 12) + 1.15F * sizes.question;
  const bool told = prediction.answered();
  float x = inside.x;
  if (!sizes.compact) {  // else the playhead says it
    const std::string place =
        "step " + std::to_string(state.step) + " · " + seconds_text(state.t_ns);
    x = ui.say({x, y}, place, 12, Face::bold, paint(Role::accent)) + 18;
  }
  const bool scored = prediction.tally_shown && (told || !sizes.compact);
  const std::string score = scored ? score_words(score_of(prediction.tally)) : std::string();
  const float score_width = ui.width_of(score, sizes.note, Face::medium);
  const float kept = sizes.compact && !told ? 130 : score_width + 16;
  ui.paint.words({inside.right(), y}, score, sizes.note, Face::medium, paint(Role::ink_soft),
                 Align::right);
  ui.paint.words_in({x, y}, inside.right() - kept - x, prediction.question.words, sizes.question,
                    Face::bold, paint(Role::ink));
  y += 0.75F * sizes.question;
  draw_answers(ui, sizes, inside, y);
  y += answers_height(sizes, prediction, inside.width) + 10;
  if (prediction.answered()) {
    draw_told(ui, sizes, inside, y);
  } else {
    draw_actions(ui, sizes, inside);
  }
}

float wanted(Ui& ui, float width) {
  return ui.session.prediction().choosing ? chooser_height(ui, width) + 22
                                          : question_height(ui, QuestionSizes(), width) + 22;
}

void draw(Ui& ui, Box box) {
  const Box inside{box.x + kMargin, box.y + 10, box.width - 2 * kMargin, box.height - 22};
  if (ui.presentation != nullptr) {
    ui.paint.fill(box, paint(Role::paper));  // over what stands there else
  }
  card(ui, inside, 10);
  ui.paint.push_clip(inside);
  if (ui.session.prediction().choosing) {
    draw_chooser(ui, inside);
  } else {
    draw_question(ui, inside);
  }
  ui.paint.pop_clip();
}

bool wants(const Session& session) { return session.prediction().card_shown(); }

}  // namespace

extern const Panel question_panel;
const Panel question_panel = {"question", Column::middle, 214, 0, wanted, draw, wants};

}  // namespace interleave
