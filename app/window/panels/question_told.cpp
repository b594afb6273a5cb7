// What comes after an answer: the verdict, the truth, and why the choice was not it.

#include "app/window/panels/question_card.h"

#include "app/timeline/measure.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

const char* verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::right:
      return "Right.";
    case Verdict::near:
      return "Near.";
    case Verdict::wrong:
      return "Not this time.";
    default:
      return "";
  }
}

}  // namespace

float told_height(const QuestionSizes& sizes, float room) {
  const float lines = room < 620 ? 4 : 3;  // two sentences, which may need a second line
  return lines * 1.45F * sizes.told + 6;
}

void draw_told(Ui& ui, const QuestionSizes& sizes, Box inside, float y) {
  const Prediction& prediction = ui.session.prediction();
  const float line = 1.45F * sizes.told;
  const std::string goes_on = "→ goes on";
  const float kept = ui.width_of(goes_on, sizes.note, Face::medium) + 24;
  float x = inside.x;
  const std::string verdict = verdict_word(prediction.verdict);
  if (!verdict.empty()) {
    const bool right = prediction.verdict == Verdict::right;
    const Role ink = right                                 ? Role::good
                     : prediction.verdict == Verdict::near ? Role::accent
                                                           : Role::blocked;
    x = ui.say({x, y + sizes.told}, verdict, sizes.told, Face::bold, paint(ink)) + 10;
  }
  constexpr std::size_t most = 2;
  const std::vector<std::string> because = wrapped_lines(
      prediction.question.because, Face::semibold, sizes.told, inside.right() - x - kept, most);
  for (const std::string& part : because) {
    ui.paint.words({x, y + sizes.told}, part, sizes.told, Face::semibold, paint(Role::ink));
    y += line;
  }
  for (const std::string& part : wrapped_lines(prediction.why_not, Face::regular, sizes.told - 1,
                                               inside.width - kept, most)) {
    ui.paint.words({inside.x, y + sizes.told}, part, sizes.told - 1, Face::regular,
                   paint(Role::ink_soft));
    y += line;
  }
  const Box next{inside.right() - kept + 12, inside.bottom() - 36, kept - 8, 26};
  ButtonStyle style;
  style.look = Look::bare;
  style.size = sizes.note;
  style.face = Face::medium;
  if (button(ui, id_of("goes on"), next, goes_on, style).activated) {
    ui.send(command::Step{1});
  }
}

}  // namespace interleave
