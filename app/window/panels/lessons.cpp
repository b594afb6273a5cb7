// The catalogue by lesson, with ticks on what has been visited.

#include <algorithm>
#include <cctype>

#include "app/session/file_scenario.h"
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

float content_height(const Session& session) {
  float height = 10;
  std::string lesson;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      height += kHeadingGap;
      lesson = scenario.lesson;
    }
    height += kRow;
  }
  const auto files = static_cast<float>(session.recent_files().size());
  return files > 0 ? height + kHeadingGap + kRow * files : height;
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

/// A file that was opened, by its name.
void file_row(Ui& ui, const std::string& path, Box box, std::size_t index) {
  const bool here = ui.session.view().scenario == file_id(path);
  const Box button_box{box.x + 10, box.y, box.width - 20, 26};
  const Touch touch = ui.touch(id_of("own", index), button_box);
  if (here || touch.hovered) {
    ui.paint.fill(button_box, paint(here ? Role::accent_soft : Role::stripe), 6);
  }
  ui.paint.words_in({box.x + 22, box.y + 17}, box.width - 40, file_name(path), 13,
                    here ? Face::semibold : Face::regular, paint(here ? Role::accent : Role::ink));
  if (touch.focused) {
    ui.focus_ring(button_box, 6);
  }
  if (touch.hovered) {
    ui.tooltip = path;
  }
  if (touch.activated && !here) {
    ui.send(command::OpenFile{path});
  }
}

/// What the class has opened itself, below the catalogue.
void draw_files(Ui& ui, Box box, float y) {
  const auto& files = ui.session.recent_files();
  if (files.empty()) {
    return;
  }
  ui.paint.words_in({box.x + 18, y + 28}, box.width - 30, capitals(std::string(kYourOwn)), 12,
                    Face::bold, paint(Role::ink_faint));
  y += kHeadingGap;
  for (std::size_t i = 0; i < files.size(); ++i) {
    file_row(ui, files[i], {box.x, y, box.width, kRow}, i);
    y += kRow;
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
  const auto& files = session.recent_files();
  const auto file = std::find_if(files.begin(), files.end(), [&](const std::string& path) {
    return file_id(path) == session.view().scenario;
  });
  return file == files.end() ? 0
                             : y + kHeadingGap + kRow * static_cast<float>(file - files.begin());
}

void draw(Ui& ui, Box box) {
  const Id id = id_of("lessons");
  const float height = content_height(ui.session);
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
  draw_files(ui, box, y);
  end_scroll(ui);
}

}  // namespace

extern const Panel lessons_panel;
const Panel lessons_panel = {
    // However long the list is: it scrolls, and has what the others leave over.
    "lessons", Column::left, 160, 1, [](Ui&, float) { return 160.0F; }, draw};

}  // namespace interleave
