// The catalogue by lesson, with ticks on what has been visited.

#include <algorithm>
#include <cctype>

#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "scenarios/catalogue.h"

namespace interleave {

namespace {

constexpr float kRow = 27;
constexpr float kHeadingGap = 36;

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

float content_height() {
  float height = 10;
  std::string lesson;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      height += kHeadingGap;
      lesson = scenario.lesson;
    }
    height += kRow;
  }
  return height;
}

void row(Ui& ui, const Scenario& scenario, Box box, std::size_t index) {
  const bool here = scenario.id == ui.session.view().scenario;
  const Box button_box{box.x + 10, box.y, box.width - 20, 26};
  const Touch touch = ui.touch(id_of("lesson", index), button_box);
  if (here) {
    ui.paint.fill(button_box, paint(Role::accent_soft), 6);
  } else if (touch.hovered) {
    ui.paint.fill(button_box, paint(Role::stripe), 6);
  }
  const bool visited = ui.session.visited().count(scenario.id) > 0;
  const bool ticked = visited && !here;
  ui.paint.words_in({box.x + 22, box.y + 17}, box.width - (ticked ? 62.0F : 40.0F),
                    scenario.short_title, 13, here ? Face::semibold : Face::regular,
                    paint(here ? Role::accent : Role::ink));
  if (ticked) {
    icon(ui, Icon::tick, {box.right() - 29, box.y + 13}, 9, paint(Role::good));
  }
  if (touch.focused) {
    ui.focus_ring(button_box, 6);
  }
  if (touch.hovered) {
    ui.tooltip = scenario.teaches;
  }
  if (touch.activated) {
    ui.send(command::SetScenario{scenario.id});
  }
}

/// Where the lesson that is shown stands in the content.
float place_of_current(const Session& session) {
  float y = 4;
  std::string lesson;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      y += kHeadingGap;
      lesson = scenario.lesson;
    }
    if (scenario.id == session.view().scenario) {
      return y;
    }
    y += kRow;
  }
  return 0;
}

void draw(Ui& ui, Box box) {
  const Id id = id_of("lessons");
  const float height = content_height();
  const float here = place_of_current(ui.session);
  follow(ui, id, box, std::max(0.0F, here - kHeadingGap), here + kRow, height,
         id_of(ui.session.view().scenario));
  const float scroll = begin_scroll(ui, id, box, height);
  float y = box.y + 4 - scroll;
  std::string lesson;
  std::size_t index = 0;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      lesson = scenario.lesson;
      ui.paint.words_in({box.x + 18, y + 28}, box.width - 30, capitals(lesson), 12, Face::bold,
                        paint(Role::ink_faint));
      y += kHeadingGap;
    }
    row(ui, scenario, {box.x, y, box.width, kRow}, index++);
    y += kRow;
  }
  end_scroll(ui);
}

}  // namespace

extern const Panel lessons_panel;
const Panel lessons_panel = {
    // However long the list is: it scrolls, and has what the others leave over.
    "lessons", Column::left, 160, 1, [](Ui&, float) { return 160.0F; }, draw};

}  // namespace interleave
