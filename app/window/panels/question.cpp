// What the class is asked: in the narration's place, and the chooser of what is asked and how
// often.

#include "app/window/panels/question_card.h"

#include <algorithm>

#include "app/timeline/measure.h"
#include "app/trace/stops.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

using Stage = Prediction::Stage;

/// Sizes at scale 1.
struct Sizes {
  float question = 17;
  float answer = 15;
  float note = 12;
  float told = 14.5F;
  float row = 46;
  /// In a low window: a line each, and when it is told only the answer and the truth.
  bool compact = false;

  [[nodiscard]] static Sizes low() {
    Sizes sizes;
    sizes.question = 14.5F;
    sizes.answer = 12.5F;
    sizes.note = 12;
    sizes.told = 12.5F;
    sizes.row = 24;
    sizes.compact = true;
    return sizes;
  }
};

constexpr float kMargin = 16;
constexpr float kPad = 20;
constexpr float kGap = 8;
/// Rows of a compact grid.
constexpr std::size_t kRows = 5;

bool has_told(const Prediction& prediction) {
  return prediction.stage == Stage::revealing || prediction.stage == Stage::told;
}

bool takes_number(const Prediction& prediction) {
  return prediction.question.form == QuestionForm::how_long;
}

float gap_of(const Sizes& sizes) { return sizes.compact ? 4 : kGap; }

std::size_t columns_for(const Sizes& sizes, float room, std::size_t count) {
  if (sizes.compact) {
    return std::max<std::size_t>(1, (count + kRows - 1) / kRows);
  }
  const float least = sizes.answer * 12.5F;
  const auto fit = static_cast<std::size_t>(std::max(1.0F, (room + kGap) / (least + kGap)));
  const std::size_t rows = (count + fit - 1) / std::max<std::size_t>(fit, 1);
  return std::max<std::size_t>(1, (count + rows - 1) / std::max<std::size_t>(rows, 1));
}

/// The answers that stand in the grid, by index; the field for a number is before them, npos.
std::vector<std::size_t> cells_of(const Sizes& sizes, const Prediction& prediction) {
  constexpr auto number = static_cast<std::size_t>(-1);
  const Question& question = prediction.question;
  const bool few = sizes.compact && has_told(prediction) && prediction.ballots.empty();
  std::vector<std::size_t> cells;
  if (takes_number(prediction)) {
    cells.push_back(number);
  }
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    if (!few || i == question.truth || prediction.selected == i) {
      cells.push_back(i);
    }
  }
  return cells;
}

float grid_height(const Sizes& sizes, const Prediction& prediction, float room) {
  const std::size_t count = cells_of(sizes, prediction).size();
  const std::size_t columns = columns_for(sizes, room, count);
  const std::size_t rows = (count + columns - 1) / columns;
  return static_cast<float>(rows) * (sizes.row + gap_of(sizes)) - gap_of(sizes);
}

float told_height(const Sizes& sizes, float room) {
  const float lines = room < 620 ? 4 : 3;  // two sentences, which may need a second line
  return lines * 1.45F * sizes.told + 6;
}

float question_height(Ui& ui, const Sizes& sizes, float width) {
  const Prediction& prediction = ui.session.prediction();
  const float room = width - 2 * kMargin - 2 * kPad;
  return 22 + 2.1F * sizes.question + grid_height(sizes, prediction, room) + 8 +
         told_height(sizes, room) + 10;
}

/// The key that an answer is on, in a small frame.
float key_cap(Ui& ui, Point at, float size, char key, Paint ink) {
  const float side = 1.6F * size;
  ui.paint.frame({at.x, at.y - side / 2, side, side}, {}, ink, 4, 1.2F);
  ui.paint.words({at.x + side / 2, at.y + 0.36F * size}, std::string(1, key), size, Face::bold, ink,
                 Align::middle);
  return at.x + side;
}

/// ✓ or ✕ in a filled circle.
void sign(Ui& ui, Point middle, float size, bool right) {
  CircleShape disc;
  disc.centre = middle;
  disc.radius = size;
  disc.fill = paint(right ? Role::good : Role::blocked);
  ui.paint.circle(disc);
  icon(ui, right ? Icon::tick : Icon::close, middle, 0.95F * size, paint(Role::panel));
}

struct Cell {
  Box box;
  bool selected = false;
  bool truth = false;
  bool told = false;
};

void draw_cell_frame(Ui& ui, const Cell& cell, const Touch& touch) {
  Paint fill = paint(Role::paper);
  Paint stroke = paint(Role::border);
  float width = 1;
  if (cell.told && cell.truth) {
    stroke = paint(Role::good);
    width = 2.2F;
  } else if (cell.told && cell.selected) {
    stroke = paint(Role::blocked);
    width = 2.2F;
  } else if (cell.selected) {
    fill = paint(Role::accent_soft);
    stroke = paint(Role::accent);
    width = 2.2F;
  } else if (touch.hovered && !cell.told) {
    fill = paint(Role::stripe);
  }
  ui.paint.frame(cell.box, fill, stroke, 8, width);
  if (touch.focused) {
    ui.focus_ring(cell.box, 8);
  }
}

/// Votes: how many while they are given, a bar when it is told.
float draw_votes(Ui& ui, const Sizes& sizes, const Cell& cell, std::size_t choice) {
  const Prediction& prediction = ui.session.prediction();
  if (!prediction.votes || takes_number(prediction)) {
    return 0;
  }
  const std::uint32_t votes = prediction.votes_for(choice);
  const std::string count = std::to_string(votes);
  if (cell.told) {
    const auto all = static_cast<float>(std::max<std::size_t>(1, prediction.ballots.size()));
    const float full = cell.box.width - 20;
    const Box track{cell.box.x + 10, cell.box.bottom() - 6, full, 4};
    ui.paint.fill(track, paint(Role::border), 2);
    if (votes > 0) {
      ui.paint.fill({track.x, track.y, full * static_cast<float>(votes) / all, track.height},
                    paint(cell.truth ? Role::good : Role::accent), 2.5F);
    }
  }
  const float width = ui.width_of(count, sizes.answer, Face::bold);
  const float right =
      cell.box.right() - (cell.told && (cell.truth || cell.selected) ? 36.0F : 14.0F);
  ui.paint.words({right, cell.box.y + cell.box.height / 2 + 0.36F * sizes.answer}, count,
                 sizes.answer, Face::bold, paint(votes > 0 ? Role::accent : Role::ink_faint),
                 Align::right);
  return width + 10;
}

void draw_choice(Ui& ui, const Sizes& sizes, const Cell& cell, std::size_t index) {
  const Choice& choice = ui.session.prediction().question.choices[index];
  Touch touch;
  if (!cell.told) {
    touch = ui.touch(id_of("answer", index), cell.box);
    if (touch.activated) {
      ui.send(command::Answer{choice.key});
    }
  }
  draw_cell_frame(ui, cell, touch);
  const Paint ink = paint(Role::ink);
  const float middle = cell.box.y + cell.box.height / 2;
  float right = cell.box.right() - 10;
  if (cell.told && (cell.truth || cell.selected)) {
    sign(ui, {cell.box.right() - 20, middle}, 0.62F * sizes.answer, cell.truth);
    right -= 30;
  }
  right -= draw_votes(ui, sizes, cell, index);
  float x = key_cap(ui, {cell.box.x + 10, middle}, sizes.note, choice.key,
                    paint(cell.selected && !cell.told ? Role::accent : Role::ink_soft)) +
            10;
  const bool two_lines = !choice.state.empty() && !sizes.compact;
  if (choice.task != kNoTask) {
    CircleShape dot;
    dot.centre = {x + 5, two_lines ? middle - 0.52F * sizes.answer : middle};
    dot.radius = sizes.compact ? 4 : 5;
    dot.fill = ui.colour_of(choice.task);
    ui.paint.circle(dot);
    x += 17;
  }
  const bool is_line = choice.what == Choice::What::line;
  const Face face = is_line ? Face::mono_bold : Face::semibold;
  const float size = is_line ? sizes.answer - 0.5F : sizes.answer;
  const float y = two_lines ? middle - 0.16F * sizes.answer : middle + 0.36F * sizes.answer;
  ui.paint.words_in({x, y}, right - x, choice.words, size, face, ink);
  const Point state_at = two_lines ? Point{x, y + 1.32F * sizes.note}
                                   : Point{x + ui.width_of(choice.words, size, face) + 12, y};
  if (state_at.x + 20 < right) {
    ui.paint.words_in(state_at, right - state_at.x, choice.state, sizes.note, Face::regular,
                      paint(Role::ink_soft));
  }
}

/// The number as it is typed, or said.
void draw_number(Ui& ui, const Sizes& sizes, const Cell& cell) {
  const Prediction& prediction = ui.session.prediction();
  draw_cell_frame(ui, cell, {});
  const float middle = cell.box.y + cell.box.height / 2;
  const float y = middle + 0.36F * sizes.answer;
  float x = cell.box.x + 14;
  if (prediction.typed.empty() && !cell.told) {
    ui.paint.words_in({x + 6, y}, cell.box.right() - x - 14, "type a number: seconds",
                      sizes.note + 1, Face::regular, paint(Role::ink_soft));
  }
  const std::string text = cell.told && prediction.typed.empty() ? "–" : prediction.typed;
  if (!text.empty()) {
    x = ui.say({x, y}, text, sizes.answer, Face::mono_bold, paint(Role::ink));
    ui.paint.words({x + 8, y}, "s", sizes.answer, Face::regular, paint(Role::ink_soft));
  }
  if (!cell.told) {
    ui.paint.fill({x + 1, middle - 0.6F * sizes.answer, 1.5F, 1.2F * sizes.answer},
                  paint(Role::accent));
  } else if (cell.selected || cell.truth) {
    sign(ui, {cell.box.right() - 20, middle}, 0.62F * sizes.answer,
         prediction.verdict == Verdict::right);
  }
}

void draw_grid(Ui& ui, const Sizes& sizes, Box inside, float top) {
  const Prediction& prediction = ui.session.prediction();
  const Question& question = prediction.question;
  const bool told = has_told(prediction);
  const std::vector<std::size_t> cells = cells_of(sizes, prediction);
  const std::size_t count = cells.size();
  const std::size_t columns = columns_for(sizes, inside.width, count);
  const float gap = gap_of(sizes);
  const float width =
      (inside.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < count; ++i) {
    Cell cell;
    cell.box = {inside.x + static_cast<float>(i % columns) * (width + gap),
                top + static_cast<float>(i / columns) * (sizes.row + gap), width, sizes.row};
    cell.told = told;
    if (cells[i] >= question.choices.size()) {
      cell.truth =
          question.truth >= question.choices.size() && prediction.verdict == Verdict::right;
      cell.selected = !prediction.typed.empty();
      draw_number(ui, sizes, cell);
      continue;
    }
    cell.truth = question.truth == cells[i];
    cell.selected = prediction.selected == cells[i];
    draw_choice(ui, sizes, cell, cells[i]);
  }
}

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

/// The truth, and why the answer was not it.
void draw_told(Ui& ui, const Sizes& sizes, Box inside, float y) {
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

/// What can be done with it, while it is open.
void draw_actions(Ui& ui, const Sizes& sizes, Box inside) {
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
  action(prediction.votes && !takes_number(prediction)
             ? (sizes.compact ? "Count" : "Count the votes")
             : "Confirm",
         has_answer ? Look::primary : Look::quiet, has_answer, command::ConfirmAnswer{});
  action("Skip", Look::bare, true, command::SkipQuestion{false});
  if (sizes.compact) {
    return;  // PgDn shows, too
  }
  action("Show", Look::bare, true, command::RevealAnswer{});
  const char* hint =
      takes_number(prediction) ? "Digits, N, F  answer    Enter  confirms    S  skips"
      : prediction.votes       ? "Each press is a vote    Enter  counts    S  skips"
                         : "A key, or a click on a lane: an answer    Enter  confirms    S  skips";
  if (ui.width_of(hint, sizes.note, Face::regular) < x - inside.x - 8) {
    ui.paint.words({inside.x, y + 18}, hint, sizes.note, Face::regular, paint(Role::ink_soft));
  }
}

void draw_question(Ui& ui, Box card_box) {
  const Sizes roomy;
  const float needed = question_height(ui, roomy, card_box.width + 2 * kMargin);
  const Sizes sizes = needed > card_box.height + 1 ? Sizes::low() : roomy;
  const Prediction& prediction = ui.session.prediction();
  const Box inside{card_box.x + kPad, card_box.y, card_box.width - 2 * kPad, card_box.height};
  const State& state = ui.session.state();
  float y = inside.y + (sizes.compact ? 7 : 12) + 1.15F * sizes.question;
  const bool told = has_told(prediction);
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
  draw_grid(ui, sizes, inside, y);
  y += grid_height(sizes, prediction, inside.width) + 10;
  if (has_told(prediction)) {
    draw_told(ui, sizes, inside, y);
  } else {
    draw_actions(ui, sizes, inside);
  }
}

float wanted(Ui& ui, float width) {
  return ui.session.prediction().choosing ? chooser_height(ui, width) + 22
                                          : question_height(ui, Sizes(), width) + 22;
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
