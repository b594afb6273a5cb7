// One frame's panels, dialogue, notice and tooltip.

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/timeline/measure.h"
#include "app/window/draw_everything.h"
#include "app/window/drawing_sheet.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "app/window/wrapped.h"

namespace interleave {

namespace {

void draw_grounds(Ui& ui, const Arrangement& places) {
  ui.paint.fill(ui.window, paint(Role::paper));
  const Paint rule = paint(Role::border);
  if (places.left.width > 0) {
    ui.paint.fill(places.left, paint(Role::panel));
    ui.paint.fill({places.left.right() - 1, places.left.y, 1, places.left.height}, rule);
  }
  if (places.right.width > 0) {
    ui.paint.fill(places.right, paint(Role::panel));
    ui.paint.fill({places.right.x, places.right.y, 1, places.right.height}, rule);
  }
}

/// What each panel asks for; twice, since heights depend on the columns' widths.
Arrangement arrange_panels(Ui& ui) {
  std::vector<Need> needs;
  for (const Panel* panel : panels()) {
    Need need;
    need.column = panel->column;
    need.least = panel->least;
    need.wanted = panel->least;
    need.grow = panel->grow;
    need.shown = panel->shown == nullptr || panel->shown(ui.session);
    needs.push_back(need);
  }
  const Arrangement widths = arrange(ui.window.width, ui.window.height, needs);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].shown) {
      needs[i].wanted = std::max(needs[i].least, panels()[i]->wanted(ui, widths.panels[i].width));
    }
  }
  return arrange(ui.window.width, ui.window.height, needs);
}

void draw_panel(Ui& ui, std::size_t index, const PanelPlace& place) {
  const Box box = place.box;
  ui.state.places[panels()[index]->name] = box;
  if (box.width <= 0 || box.height <= 0) {
    return;
  }
  ui.panel = static_cast<int>(index);
  const float scale = ui.scale;
  const ImVec2 from(box.x * scale, box.y * scale);
  const ImVec2 to(box.right() * scale, box.bottom() * scale);
  ImGui::PushClipRect(from, to, true);
  const Zoomed zoomed(ui, place.zoom);
  panels()[index]->draw(ui, zoomed.within(box));
  ImGui::PopClipRect();
}

void draw_window(Ui& ui) {
  const Arrangement places = arrange_panels(ui);
  draw_grounds(ui, places);
  for (std::size_t i = 0; i < panels().size(); ++i) {
    draw_panel(ui, i, {places.panels[i], 1});
  }
}

void draw_presentation(Ui& ui) {
  ui.paint.fill(ui.window, paint(Role::paper));
  const bool asks = ui.session.prediction().card_shown();
  const Box card = place_of(*ui.presentation, "question").box;
  for (std::size_t i = 0; i < panels().size(); ++i) {
    const Panel& panel = *panels()[i];
    if (panel.shown != nullptr && !panel.shown(ui.session)) {
      continue;
    }
    PanelPlace place = place_of(*ui.presentation, panel.name);
    const bool is_question = std::string_view(panel.name) == "question";
    if (asks && !is_question && place.box.y < card.bottom()) {
      // What stands above a question ends there; what stands under it is away.
      place.box.height = std::min(place.box.height, card.y - place.box.y);
    }
    draw_panel(ui, i, place);
  }
}

/// Dialogues grow as the names on the timeline do, as far as the window has room for them.
float overlay_zoom(const Ui& ui) {
  constexpr float kNameSize = 14;
  const float wanted = ui.presentation != nullptr ? ui.presentation->name_size / kNameSize : 1;
  return std::max(1.0F, usable_scale(wanted, ui.window.width, ui.window.height));
}

/// Where words had to be cut, the whole is said beside the mouse; of what the keyboard has got to,
/// below it.
void say_cut_words(Ui& ui, const std::vector<CutWords>& all) {
  const Point mouse{ui.mouse().x * ui.scale, ui.mouse().y * ui.scale};
  const auto say_at = [&](const auto& is_there) {
    const auto cut = std::find_if(all.begin(), all.end(), is_there);
    if (cut == all.end()) {
      return false;
    }
    if (ui.tooltip.find(cut->whole) == std::string::npos) {
      ui.tooltip = ui.tooltip.empty() ? cut->whole : cut->whole + ": " + ui.tooltip;
    }
    return true;
  };
  if (say_at([&](const CutWords& cut) { return cut.box.contains(mouse); })) {
    ui.chosen.reset();
  } else if (ui.tooltip.empty() && ui.chosen) {
    const Box chosen = *ui.chosen;
    say_at([&](const CutWords& cut) {
      return chosen.contains({cut.box.x + cut.box.width / 2, cut.box.y + cut.box.height / 2});
    });
  } else {
    ui.chosen.reset();
  }
}

void draw_tooltip(Ui& ui) {
  if (ui.tooltip.empty()) {
    return;
  }
  const auto lines = wrapped_lines(ui.tooltip, Face::regular, 12.5F, 320, kAllLines);
  float width = 0;
  for (const std::string& line : lines) {
    width = std::max(width, ui.width_of(line, 12.5F, Face::regular));
  }
  const Point mouse =
      ui.chosen ? Point{ui.chosen->x / ui.scale, ui.chosen->y / ui.scale} : ui.mouse();
  const float below = ui.chosen ? ui.chosen->height / ui.scale + 6 : 18;
  Box box{mouse.x + 12, mouse.y + below, width + 22, 14 + 18 * static_cast<float>(lines.size())};
  box.x = std::clamp(box.x, 4.0F, std::max(4.0F, ui.window.width - box.width - 4));
  if (box.bottom() > ui.window.height - 4) {
    box.y = mouse.y - box.height - 8;
  }
  ui.paint.fill(box, paint(Role::ink), 6);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ui.paint.words({box.x + 11, box.y + 20 + 18 * static_cast<float>(i)}, lines[i], 12.5F,
                   Face::regular, paint(Role::paper));
  }
}

/// A message at the foot of the window, until it is closed: whole, however long it is.
void draw_notice(Ui& ui) {
  constexpr float kLine = 19;
  constexpr float kMostNotice = 760;
  const std::string& notice = ui.session.notice();
  if (notice.empty()) {
    return;
  }
  const float room = std::min(ui.window.width - 160, kMostNotice);
  const auto lines = wrapped_lines(notice, Face::medium, 13, room, kAllLines);
  float widest = 0;
  for (const std::string& line : lines) {
    widest = std::max(widest, ui.width_of(line, 13, Face::medium));
  }
  const float more = kLine * static_cast<float>(lines.size() - 1);
  const Box box{(ui.window.width - widest - 72) / 2, ui.window.height - 62 - more, widest + 72,
                40 + more};
  ui.paint.fill(box, paint(Role::ink), 10);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ui.paint.words({box.x + 20, box.y + 25 + kLine * static_cast<float>(i)}, lines[i], 13,
                   Face::medium, paint(Role::paper));
  }
  const Box cross{box.right() - 38, box.y + 6, 28, 28};
  const Touch touch = ui.touch(id_of("notice"), cross);
  icon(ui, Icon::close, {cross.x + 14, cross.y + 14}, 9, paint(Role::paper));
  if (touch.activated) {
    ui.send(command::ClearNotice{});
  }
}

/// How far the file is that is being opened, with a way to stop; above where notices stand.
void draw_opening(Ui& ui) {
  const auto opening = ui.session.opening();
  if (!opening) {
    return;
  }
  const float width = std::min(460.0F, ui.window.width - 40);
  const Box box{(ui.window.width - width) / 2, ui.window.height - 122, width, 52};
  ui.paint.fill(box, paint(Role::ink), 10);
  const std::string percent = std::to_string(static_cast<int>(100 * opening->part())) + " %";
  const std::string words = "Opening " + opening->name;
  const Paint light = paint(Role::paper);
  ui.paint.words_in({box.x + 20, box.y + 23}, width - 170, words, 13, Face::medium, light);
  ui.paint.words({box.right() - 136, box.y + 23}, percent, 13, Face::medium, light);
  const Box track{box.x + 20, box.y + 34, width - 124, 6};
  ui.paint.fill(track, paint(Role::ink_faint), 3);
  ui.paint.fill({track.x, track.y, std::max(6.0F, track.width * opening->part()), track.height},
                light, 3);
  ButtonStyle style;
  style.face = Face::semibold;
  const Box stop{box.right() - 82, box.y + 12, 66, 28};
  if (button(ui, id_of("stop opening"), stop, "Stop", style).activated) {
    ui.send(command::CancelOpening{});
  }
}

}  // namespace

bool draw_everything(Session& session, UiState& state, Glyphs& glyphs,
                     std::vector<Command>& commands, const FrameSize& size) {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin("interleave", nullptr, kFlags);
  Ui ui{
      session,
      state,
      Painter(*ImGui::GetWindowDrawList(), glyphs, theme(session.preferences().theme), size.scale),
      size.scale,
      {0, 0, size.width, size.height},
      commands,
      true,
      0,
      {},
      {},
      false,
      nullptr};
  ui.paint.note_words(state.shown_words);
  std::vector<CutWords> cut_words;
  ui.paint.note_cut_words(&cut_words);
  std::vector<RunView> runs;
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    runs.emplace_back().trace = &session.run(i).trace();
  }
  const ColourMap colours(runs);
  ui.colours = &colours;
  const Overlay* overlay = top_overlay(session);
  ui.takes_input = overlay == nullptr;
  state.stops.clear();

  const Presentation presented = presentation(size.width, size.height, session.run_count());
  if (session.drawing().on) {
    draw_drawing_sheet(ui);
  } else if (session.shown(command::Toggle::presentation)) {
    ui.presentation = &presented;
    draw_presentation(ui);
  } else {
    draw_window(ui);
  }
  ui.takes_input = true;
  const Zoomed zoomed(ui, overlay_zoom(ui));
  if (overlay != nullptr) {
    ui.tooltip.clear();
    ui.chosen.reset();
    cut_words.clear();
    ui.panel = static_cast<int>(panels().size());
    overlay->draw(ui);
  }
  draw_notice(ui);
  draw_opening(ui);
  say_cut_words(ui, cut_words);
  draw_tooltip(ui);
  if (session.shown(command::Toggle::blank)) {
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, ImGui::GetIO().DisplaySize, 0xff000000);
  }
  ImGui::End();
  state.activate = false;
  state.nudge = 0;
  return ui.hand_cursor;
}

}  // namespace interleave
