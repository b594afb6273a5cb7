// The catalogue by lesson, with ticks on what has been visited.

#include <algorithm>
#include <cctype>
#include <optional>

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
  ui.paint.words_in({box.x + 22, box.y + 17}, box.width - (ticked ? 56.0F : 34.0F),
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
  ui.paint.words_in({box.x + 16, y + 28}, box.width - 20, capitals(std::string(kYourOwn)), 12,
                    Face::bold, paint(Role::ink_faint));
  y += kHeadingGap;
  for (std::size_t i = 0; i < files.size(); ++i) {
    file_row(ui, files[i], {box.x, y, box.width, kRow}, i);
    y += kRow;
  }
}

/// Where the first lesson stands in the content that is the one looked for; nothing if none is.
template <class Wanted>
std::optional<float> place_of(Wanted wanted) {
  float y = 4;
  std::string lesson;
  std::size_t index = 0;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      y += kHeadingGap;
      lesson = scenario.lesson;
    }
    if (wanted(scenario, index++)) {
      return y;
    }
    y += kRow;
  }
  return std::nullopt;
}

/// Where the lesson or file that is shown stands.
float place_of_current(const Session& session) {
  const auto lesson = place_of([&](const Scenario& scenario, std::size_t /*index*/) {
    return scenario.id == session.view().scenario;
  });
  if (lesson) {
    return *lesson;
  }
  const auto& files = session.recent_files();
  const auto file = std::find_if(files.begin(), files.end(), [&](const std::string& path) {
    return file_id(path) == session.view().scenario;
  });
  const float y = content_height(session) - kRow * static_cast<float>(files.size());
  return file == files.end() ? 0 : y - 6 + kRow * static_cast<float>(file - files.begin());
}

/// Keeps what the keyboard's focus is on in sight.
void show_focused(Ui& ui, Id id, Box box) {
  const auto focused = place_of([&](const Scenario& /*scenario*/, std::size_t index) {
    return ui.state.focus != 0 && ui.state.focus == id_of("lesson", index);
  });
  if (focused) {
    float& scroll = ui.state.scroll[id];
    scroll = std::min(scroll, *focused - kHeadingGap);
    scroll = std::max(scroll, *focused + kRow - box.height);
  }
}

void draw(Ui& ui, Box box) {
  const Id id = id_of("lessons");
  const float height = content_height(ui.session);
  const float here = place_of_current(ui.session);
  follow(ui, id, box, std::max(0.0F, here - kHeadingGap), here + kRow, height,
         id_of(ui.session.view().scenario));
  show_focused(ui, id, box);
  const float scroll = begin_scroll(ui, id, box, height);
  float y = box.y + 4 - scroll;
  std::string lesson;
  std::size_t index = 0;
  for (const Scenario& scenario : catalogue()) {
    if (scenario.lesson != lesson) {
      lesson = scenario.lesson;
      ui.paint.words_in({box.x + 16, y + 28}, box.width - 20, capitals(lesson), 12, Face::bold,
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
