#include "app/window/drawing_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "app/timeline/sketch_layout.h"
#include "app/timeline/state_look.h"
#include "app/trace/words.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kMargin = 28;
constexpr float kHead = 122;
constexpr float kFoot = 74;

struct Brush {
  Stroke stroke;
  std::string_view words;
};
constexpr std::array<Brush, 5> kBrushes = {{{Stroke::running, "running"},
                                            {Stroke::ready, "ready"},
                                            {Stroke::suspended, "suspended"},
                                            {Stroke::blocked, "blocked"},
                                            {Stroke::none, "erase"}}};

/// A stroke of the mouse that is going on.
struct Going {
  bool on = false;
  std::size_t row = 0;
  std::size_t column = 0;
};
Going going;

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

float brush_button(Ui& ui, const Brush& brush, std::size_t number, Point at) {
  const bool on = ui.session.drawing().brush == brush.stroke;
  const std::string key = std::to_string(number);
  const float words = ui.width_of(brush.words, 14, Face::medium);
  const bool erases = brush.stroke == Stroke::none;
  const Box box{at.x, at.y, words + (erases ? 52 : 96), 36};
  ButtonStyle style;
  style.look = on ? Look::on : Look::quiet;
  const Touch touch = button(ui, id_of("brush", number), box, "", style);
  ui.paint.words({box.x + 14, box.y + 23}, key, 13, Face::mono_bold,
                 paint(on ? Role::accent : Role::ink_soft));
  float x = box.x + 32;
  if (!erases) {
    const auto look = static_cast<StateLook>(static_cast<int>(brush.stroke) - 1);
    const float height = 20 * height_of(look);
    ui.paint.rect(state_bar(look, {x, box.y + 18 - height / 2, 34, height}, 2, 0.8F));
    x += 44;
  }
  ui.paint.words({x, box.y + 23}, brush.words, 14, Face::medium,
                 paint(on ? Role::accent : Role::ink));
  if (touch.activated) {
    ui.send(command::ChooseBrush{brush.stroke});
  }
  return box.width + 10;
}

std::string score_words(const SketchScore& score) {
  std::string text = "running right in " +
                     percent(score.running == 0 ? 1.0
                                                : static_cast<double>(score.running_right) /
                                                      static_cast<double>(score.running)) +
                     " of its cells";
  if (score.confused > 0) {
    text += " · suspended and ready confused in " + words::count_of(score.confused, "cell");
  }
  return text + " · the end within one cell for " + std::to_string(score.ends_near) + " of " +
         words::count_of(score.tasks, "task");
}

void head(Ui& ui) {
  const Box& window = ui.window;
  const Drawing& drawing = ui.session.drawing();
  const Scenario& scenario = ui.session.scenario();
  const std::string_view title =
      drawing.told ? "What is, above what was drawn" : "Draw what each task will do";
  ui.paint.words({kMargin, 46}, title, 22, Face::bold, paint(Role::ink));
  const float behind = kMargin + ui.width_of(title, 22, Face::bold) + 18;
  const std::string of =
      scenario.title + " · " + scenario.mode(ui.session.run(drawing.run).mode())->title;
  ui.paint.words_in({behind, 46}, window.width - behind - 90, of, 14, Face::regular,
                    paint(Role::ink_soft));
  const Box cross{window.width - kMargin - 34, 24, 34, 34};
  const Touch touch = ui.touch(id_of("drawing: close"), cross);
  if (touch.hovered) {
    ui.paint.fill(cross, paint(Role::stripe), 6);
  }
  icon(ui, Icon::close, {cross.x + 17, cross.y + 17}, 11, paint(Role::ink_soft));
  if (touch.activated) {
    ui.send(command::Draw{});
  }
  if (drawing.told) {
    const std::string share = percent(drawing.score.share()) + " of task-time right";
    ui.paint.words({kMargin, 93}, share, 20, Face::bold, paint(Role::ink));
    const float x = kMargin + ui.width_of(share, 20, Face::bold) + 18;
    ui.paint.words_in({x, 93}, window.width - x - kMargin, score_words(drawing.score), 14,
                      Face::regular, paint(Role::ink_soft));
    return;
  }
  Point at{kMargin, 68};
  for (std::size_t i = 0; i < kBrushes.size(); ++i) {
    at.x += brush_button(ui, kBrushes[i], i + 1, at);
  }
}

void foot(Ui& ui) {
  const Drawing& drawing = ui.session.drawing();
  const float y = ui.window.height - kFoot;
  const float buttons = drawing.told ? 230.0F : 330.0F;
  const float room = ui.window.width - 2 * kMargin - buttons - 20;
  const std::string_view how =
      drawing.told ? "Outlined: not as it is."
                   : "Drag to paint, with Shift straight. Arrows and 1–5 paint, too.";
  ui.paint.words_in({kMargin, y + 30}, room, how, 14, Face::regular, paint(Role::ink_soft));
  const std::string column = drawing.grid.by_steps ? "a step" : "a stretch of time";
  ui.paint.words_in({kMargin, y + 52}, room,
                    "A column is " + column + ". Nothing drawn: not called yet, or over.", 13,
                    Face::regular, paint(Role::ink_soft));
  float x = ui.window.width - kMargin;
  const auto put = [&](std::string_view words, Look look, Command command, Id id) {
    ButtonStyle style;
    style.look = look;
    style.size = 14;
    style.face = look == Look::primary ? Face::semibold : Face::regular;
    const float width = ui.width_of(words, 14, style.face) + 32;
    x -= width;
    if (button(ui, id, {x, y + 16, width, 38}, words, style).activated) {
      ui.send(std::move(command));
    }
    x -= 10;
  };
  put(drawing.told ? "Close" : "Show the truth", Look::primary, command::TellDrawing{},
      id_of("drawing: tell"));
  if (drawing.told) {
    put("Save picture", Look::quiet, command::Flip{command::Toggle::export_dialogue},
        id_of("drawing: save"));
  } else {
    put("Begin again", Look::quiet, command::ClearDrawing{}, id_of("drawing: clear"));
    put("Undo", Look::quiet, command::UndoStroke{}, id_of("drawing: undo"));
  }
}

// Every cell that the mouse has crossed since the last frame, along a straight line.
void paint_to(Ui& ui, SketchLayout::Cell to, bool continues) {
  const Stroke stroke = ui.session.drawing().brush;
  const auto rows = static_cast<std::ptrdiff_t>(to.row) - static_cast<std::ptrdiff_t>(going.row);
  const auto columns =
      static_cast<std::ptrdiff_t>(to.column) - static_cast<std::ptrdiff_t>(going.column);
  const std::ptrdiff_t steps = std::abs(rows);
  std::size_t from = going.column;
  for (std::ptrdiff_t step = 0; step <= steps; ++step) {
    const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(going.row) + (rows < 0 ? -step : step);
    const std::ptrdiff_t column =
        static_cast<std::ptrdiff_t>(going.column) + columns * (step + 1) / (steps + 1);
    const auto next = step == steps ? to.column : static_cast<std::size_t>(column);
    ui.send(command::PaintCells{static_cast<std::size_t>(row), from, next, stroke,
                                continues || step > 0});
    from = next;
  }
}

void paint_with_mouse(Ui& ui, const SketchLayout& layout) {
  const float s = ui.scale;
  const Touch touch = ui.touch_mouse(
      id_of("drawing: cells"),
      {layout.cells.x / s, layout.cells.y / s, layout.cells.width / s, layout.cells.height / s});
  const Point mouse{ui.mouse().x * s, ui.mouse().y * s};
  ui.hand_cursor = ui.hand_cursor || touch.hovered;
  if (touch.pressed) {
    const SketchLayout::Cell cell = layout.nearest(mouse);
    going = {true, cell.row, cell.column};
    paint_to(ui, cell, false);
  } else if (touch.held && going.on) {
    SketchLayout::Cell cell = layout.nearest(mouse);
    if (ImGui::GetIO().KeyShift) {
      cell.row = going.row;
    }
    if (cell.row != going.row || cell.column != going.column) {
      paint_to(ui, cell, true);
      going = {true, cell.row, cell.column};
    }
  }
  if (touch.released) {
    going.on = false;
  }
}

}  // namespace

void draw_drawing_sheet(Ui& ui) {
  const Drawing& drawing = ui.session.drawing();
  ui.paint.fill(ui.window, paint(Role::paper));
  head(ui);
  const Box box{kMargin, kHead, ui.window.width - 2 * kMargin, ui.window.height - kHead - kFoot};
  if (const std::uint32_t columns = sketch_columns(box.width); columns != drawing.room) {
    ui.send(command::DrawingRoom{columns});
  }
  const float s = ui.scale;
  SketchView view;
  view.trace = &ui.session.run(drawing.run).trace();
  view.grid = drawing.grid;
  view.drawn = &drawing.drawn;
  view.truth = drawing.told ? &drawing.truth : nullptr;
  view.cursor = drawing.told ? std::nullopt : std::optional(drawing.cursor);
  view.box = {box.x * s, box.y * s, box.width * s, box.height * s};
  view.scale = s;
  view.type = 16;
  const SketchLayout layout = sketch_layout(view, embedded_measure());
  ui.paint.moved(1, {0, 0}).draw(layout.shapes);
  if (!drawing.told && ui.takes_input) {
    paint_with_mouse(ui, layout);
  }
  foot(ui);
}

}  // namespace interleave
