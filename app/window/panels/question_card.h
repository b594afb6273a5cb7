#pragma once

#include "app/window/ui.h"

namespace interleave {

/// What is written on a question's card, at scale 1.
struct QuestionSizes {
  float question = 17;
  float answer = 15;
  float note = 12;
  float told = 14.5F;
  float row = 46;
  /// In a low window: a line each, and when it is told only the answer and the truth.
  bool compact = false;

  [[nodiscard]] static QuestionSizes low() {
    QuestionSizes sizes;
    sizes.question = 14.5F;
    sizes.answer = 12.5F;
    sizes.note = 12;
    sizes.told = 12.5F;
    sizes.row = 24;
    sizes.compact = true;
    return sizes;
  }
};

/// The parts of a question's card, each in a file of its name.

/// Height of the answers as a grid in so much width, and the grid.
[[nodiscard]] float answers_height(const QuestionSizes& sizes, const Prediction& prediction,
                                   float room);
void draw_answers(Ui& ui, const QuestionSizes& sizes, Box inside, float top);

/// Height of the verdict with its sentences, and they themselves from y on.
[[nodiscard]] float told_height(const QuestionSizes& sizes, float room);
void draw_told(Ui& ui, const QuestionSizes& sizes, Box inside, float y);

/// The chooser of what is asked and how often, within the question's card.
[[nodiscard]] float chooser_height(Ui& ui, float width);
void draw_chooser(Ui& ui, Box card);

}  // namespace interleave
