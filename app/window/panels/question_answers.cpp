// The answers of a question: a grid of them, each with its key, its state and its votes.

#include "app/window/panels/question_card.h"

#include <algorithm>

#include "app/timeline/measure.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kGap = 8;
/// Rows of a compact grid.
constexpr std::size_t kRows = 5;

float gap_of(const QuestionSizes& sizes) { return sizes.compact ? 4 : kGap; }

std::size_t columns_for(const QuestionSizes& sizes, float room, std::size_t count) {
  if (sizes.compact) {
    return std::max<std::size_t>(1, (count + kRows - 1) / kRows);
  }
  const float least = sizes.answer * 12.5F;
  const auto fit = static_cast<std::size_t>(std::max(1.0F, (room + kGap) / (least + kGap)));
  const std::size_t rows = (count + fit - 1) / std::max<std::size_t>(fit, 1);
  return std::max<std::size_t>(1, (count + rows - 1) / std::max<std::size_t>(rows, 1));
}

/// The answers that stand in the grid, by index; the field for a number is before them, npos.
std::vector<std::size_t> cells_of(const QuestionSizes& sizes, const Prediction& prediction) {
  constexpr auto number = static_cast<std::size_t>(-1);
  const Question& question = prediction.question;
  const bool few = sizes.compact && prediction.answered() && prediction.ballots.empty();
  std::vector<std::size_t> cells;
  if (prediction.takes_number()) {
    cells.push_back(number);
  }
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    if (!few || i == question.truth || prediction.selected == i) {
      cells.push_back(i);
    }
  }
  return cells;
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
float draw_votes(Ui& ui, const QuestionSizes& sizes, const Cell& cell, std::size_t choice) {
  const Prediction& prediction = ui.session.prediction();
  if (!prediction.votes || prediction.takes_number()) {
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

void draw_choice(Ui& ui, const QuestionSizes& sizes, const Cell& cell, std::size_t index) {
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
void draw_number(Ui& ui, const QuestionSizes& sizes, const Cell& cell) {
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

}  // namespace

float answers_height(const QuestionSizes& sizes, const Prediction& prediction, float room) {
  const std::size_t count = cells_of(sizes, prediction).size();
  const std::size_t columns = columns_for(sizes, room, count);
  const std::size_t rows = (count + columns - 1) / columns;
  return static_cast<float>(rows) * (sizes.row + gap_of(sizes)) - gap_of(sizes);
}

void draw_answers(Ui& ui, const QuestionSizes& sizes, Box inside, float top) {
  const Prediction& prediction = ui.session.prediction();
  const Question& question = prediction.question;
  const bool told = prediction.answered();
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

}  // namespace interleave
