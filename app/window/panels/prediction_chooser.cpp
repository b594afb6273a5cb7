// What the class is to predict, how often it is asked, and whether it votes.

#include <algorithm>
#include <array>

#include "app/timeline/measure.h"
#include "app/window/panels/question_card.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kPad = 20;
constexpr float kRow = 40;
constexpr float kNames = 84;
/// Narrower than this the buttons stand without the words before them.
constexpr float kNarrow = 480;

struct Option {
  char key;
  const char* words;
  /// Where the room is short.
  const char* brief;
  const char* tip;
  Command command;
  bool on;
};

/// A row of buttons, each with the key that does the same.
void row(Ui& ui, Box inside, float y, const char* name, std::span<const Option> options) {
  float x = inside.x;
  if (inside.width > kNarrow) {
    ui.paint.words({inside.x, y + 19}, name, 12.5F, Face::regular, paint(Role::ink_soft));
    x += kNames;
  }
  const float room = inside.right() - x;
  const auto needed_by = [&](const char* Option::*words) {
    float width = -6;
    for (const Option& option : options) {
      width += ui.width_of(option.*words, 13, Face::semibold) + 56;
    }
    return width;
  };
  const auto words = needed_by(&Option::words) > room ? &Option::brief : &Option::words;
  const float needed = needed_by(words);
  const float squeeze = needed > room ? (needed - room) / static_cast<float>(options.size()) : 0;
  for (const Option& option : options) {
    const float width = ui.width_of(option.*words, 13, Face::semibold) + 50 - squeeze;
    const Box box{x, y, width, 30};
    ButtonStyle style;
    style.look = option.on ? Look::on : Look::quiet;
    const Touch touch = button(ui, id_of(option.words), box, "", style);
    const Paint ink = paint(option.on ? Role::accent : Role::ink);
    const float cap = x + std::max(6.0F, 12 - squeeze / 3);
    ui.paint.frame({cap, y + 6.5F, 17, 17}, {}, paint(option.on ? Role::accent : Role::ink_soft), 4,
                   1);
    ui.paint.words({cap + 8.5F, y + 19.3F}, std::string(1, option.key), 12, Face::bold,
                   paint(option.on ? Role::accent : Role::ink_soft), Align::middle);
    ui.paint.words_in({cap + 24, y + 19.6F}, box.right() - cap - 28, option.*words, 13,
                      option.on ? Face::semibold : Face::medium, ink);
    if (touch.hovered) {
      ui.tooltip = option.tip;
    }
    if (touch.activated) {
      ui.send(option.command);
    }
    x += width + 6;
  }
}

void forms(Ui& ui, Box inside, float y) {
  const QuestionForm now = ui.session.prediction().form;
  const auto option = [now](char key, const char* words, const char* brief, const char* tip,
                            QuestionForm form) {
    return Option{key, words, brief, tip, command::SetPrediction{form, {}, {}}, now == form};
  };
  const std::array options = {
      option('1', "Who is next", "Next", "Which task has the thread next, or does the loop wait?",
             QuestionForm::who_next),
      option('2', "What is printed", "Printed", "Which line comes next?", QuestionForm::printed),
      option('3', "How long", "How long", "How long the whole run takes: a number.",
             QuestionForm::how_long),
      Option{'4', "Draw it", "Draw", "An empty sheet: what will each task do, and when? (Shift+Q)",
             command::Draw{}, false}};
  row(ui, inside, y, "Ask", options);
}

void frequencies(Ui& ui, Box inside, float y) {
  const HowOften now = ui.session.prediction().how_often;
  const auto option = [now](char key, const char* words, const char* brief, const char* tip,
                            HowOften often) {
    return Option{key, words, brief, tip, command::SetPrediction{{}, often, {}}, now == often};
  };
  const std::array options = {
      option(
          '5', "Interesting stops", "Interesting",
          "Where two or more are ready, where several timers run, at what is new: at most twelve "
          "times in a run",
          HowOften::interesting),
      option('6', "Every stop", "Every stop", "Before every step and before every wait of the loop",
             HowOften::every_stop),
      option('7', "Only here", "Here", "Once: here, or at the next stop before a step",
             HowOften::only_here)};
  row(ui, inside, y, "How often", options);
}

void ways(Ui& ui, Box inside, float y) {
  const bool votes = ui.session.prediction().votes;
  const std::array options = {
      Option{'8', "One answer", "One answer", "The first that is confirmed counts",
             command::SetPrediction{{}, {}, false}, !votes},
      Option{'9', "The class votes", "Votes", "Each press of a digit is a vote, until Enter",
             command::SetPrediction{{}, {}, true}, votes}};
  row(ui, inside, y, "Answers", options);
}

void actions(Ui& ui, Box inside, float y) {
  const Prediction& prediction = ui.session.prediction();
  float x = inside.right();
  const auto action = [&](const char* words, Look look, Command command) {
    ButtonStyle style;
    style.look = look;
    style.size = 13;
    style.face = Face::semibold;
    const float width = ui.width_of(words, 13, Face::semibold) + 30;
    x -= width;
    if (button(ui, id_of(words), {x, y, width, 30}, words, style).activated) {
      ui.send(std::move(command));
    }
    x -= 8;
  };
  action(prediction.on ? "Go on asking" : "Start asking", Look::primary,
         command::StartPrediction{});
  if (prediction.on) {
    action("Stop asking  0", Look::quiet, command::StopPrediction{});
  }
  if (!prediction.tally.empty()) {
    action("Save the tally…", Look::quiet, command::Flip{command::Toggle::tally_dialogue});
  }
  const std::string score = prediction.tally_shown ? score_words(score_of(prediction.tally)) : "";
  const std::string hint = score.empty() ? "Enter starts, Esc closes" : score;
  ui.paint.words_in({inside.x, y + 20}, x - inside.x - 8, hint, 12, Face::regular,
                    paint(Role::ink_soft));
}

}  // namespace

float chooser_height(Ui& /*ui*/, float /*width*/) { return 46 + 4 * kRow + 6; }

void draw_chooser(Ui& ui, Box card_box) {
  const Box inside{card_box.x + kPad, card_box.y, card_box.width - 2 * kPad, card_box.height};
  const bool low = inside.height < chooser_height(ui, card_box.width);
  const float pitch = low ? std::clamp((inside.height - 43) / 4, 34.0F, kRow) : kRow;
  float y = inside.y + (low ? 25 : 30);
  ui.paint.words_in({inside.x, y}, inside.width, "Let the class predict", 16, Face::bold,
                    paint(Role::ink));
  y += low ? 10 : 16;
  forms(ui, inside, y);
  frequencies(ui, inside, y + pitch);
  ways(ui, inside, y + 2 * pitch);
  actions(ui, inside, y + 3 * pitch);
}

}  // namespace interleave
