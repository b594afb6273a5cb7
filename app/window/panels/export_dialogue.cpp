// Export: what is shown, as a PNG, SVG, PDF or GIF, with a preview of the page.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "app/export/formats.h"
#include "app/export/preset.h"
#include "app/window/dialogue.h"
#include "app/window/export_preview.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr std::array<const char*, 4> kFormats = {"png", "svg", "pdf", "gif"};
constexpr std::array<const char*, 4> kFormatWords = {"PNG", "SVG", "PDF", "GIF"};
constexpr int kGif = 3;
constexpr std::array<const char*, 3> kSheetWords = {"Picture", "Storyboard", "Handout"};
constexpr std::array<const char*, 6> kPageWords = {"Slide",  "A4 wide", "A4 tall",
                                                   "Column", "Poster",  "Own size"};
constexpr std::array<const char*, 4> kThemeWords = {"Light", "Dark", "High contrast", "Print"};
constexpr std::array<const char*, 2> kAxisWords = {"Time", "Steps"};
constexpr std::array<const char*, 3> kPartWords = {"Everything", "What is in view",
                                                   "Up to the playhead"};
constexpr std::array<const char*, 3> kFineWords = {"1×", "2×", "4×"};

constexpr float kLabels = 76;
constexpr float kPitch = 36;
constexpr float kOptions = 486;

std::string first_path(Session& session) {
  std::string name = session.view().scenario;
  for (const std::string& mode : session.view().modes()) {
    name += "-" + mode;
  }
  name += session.drawing().on ? "-drawing" : "";
  std::filesystem::path folder;
  const char* home = std::getenv("HOME");
  if (home != nullptr) {
    const std::filesystem::path pictures = std::filesystem::path(home) / "Pictures";
    std::error_code error;
    folder = std::filesystem::is_directory(pictures, error) ? pictures : home;
  }
  return (folder / (name + ".png")).string();
}

void set_ending(ExportChoices& choices) {
  std::filesystem::path path(choices.path.text());
  path.replace_extension(kFormats.at(static_cast<std::size_t>(choices.format)));
  choices.path.set(path.string());
}

/// An error without the path that it begins with: that stands right above it.
std::string reason(const std::string& error, const std::string& path) {
  const std::string begin = path + ": ";
  return error.rfind(begin, 0) == 0 ? error.substr(begin.size()) : error;
}

/// The format is the one that the path ends with; an animation shows step after step.
void follow_ending(ExportChoices& choices) {
  const std::string ending = std::filesystem::path(choices.path.text()).extension().string();
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (ending == std::string(".") + kFormats.at(i)) {
      choices.format = static_cast<int>(i);
    }
  }
  if (choices.format == kGif) {
    choices.sheet = static_cast<int>(Sheet::storyboard);
  }
}

void accept(Session& session, UiState& state) {
  ExportChoices& choices = state.export_choices;
  follow_ending(choices);
  if (const std::string trouble = size_trouble(choices); !trouble.empty()) {
    choices.error = "Not exported: " + trouble;
    return;
  }
  const ExportRequest request = export_request(session, choices);
  const auto written = export_to_file(request);
  if (!written) {
    choices.error = "Not exported: " + reason(written.error(), request.path);
    return;  // the dialogue stays, with everything as it was
  }
  choices.error.clear();
  const std::vector<std::string>& paths = written.value().paths;
  session.set_notice(paths.size() == 1 ? "Exported to " + paths.front()
                                       : "Exported " + std::to_string(paths.size()) +
                                             " files: " + paths.front() + " …");
  session.apply(command::Flip{command::Toggle::export_dialogue});
}

void label(Ui& ui, Point at, const char* name) {
  ui.paint.words({at.x, at.y + 19}, name, 12.5F, Face::regular, paint(Role::ink_soft));
}

/// A row of choices, one of which is on.
template <std::size_t count>
bool choose(Ui& ui, const char* name, Point at, const std::array<const char*, count>& words,
            int& now) {
  label(ui, at, name);
  const int before = now;
  float x = at.x + kLabels;
  for (std::size_t i = 0; i < count; ++i) {
    ButtonStyle style;
    style.look = static_cast<int>(i) == now ? Look::on : Look::quiet;
    const float width = ui.width_of(words[i], 12.5F, Face::regular) + 20;
    if (button(ui, id_of(name, i), {x, at.y, width, 28}, words[i], style).activated) {
      now = static_cast<int>(i);
    }
    x += width + 5;
  }
  return now != before;
}

/// What is there or left out.
void toggles(Ui& ui, Point at, ExportChoices& choices) {
  const std::array<std::pair<const char*, bool*>, 5> parts = {{{"Title", &choices.title},
                                                               {"Caption", &choices.caption},
                                                               {"Legend", &choices.legend},
                                                               {"Listing", &choices.listing},
                                                               {"Output", &choices.output}}};
  label(ui, at, "With");
  float x = at.x + kLabels;
  for (const auto& [name, on] : parts) {
    ButtonStyle style;
    style.look = *on ? Look::on : Look::quiet;
    // A tick, so that on and off are told apart without colour.
    const std::string words = (*on ? "✓ " : "") + std::string(name);
    const float width = ui.width_of("✓ " + std::string(name), 12.5F, Face::regular) + 18;
    if (button(ui, id_of("part", id_of(name)), {x, at.y, width, 28}, words, style).activated) {
      *on = !*on;
    }
    x += width + 5;
  }
}

/// A field, to which letters go once it has been chosen.
void field_row(Ui& ui, Box box, const char* name, TextField& field, const char* hint, bool size) {
  ExportChoices& choices = ui.state.export_choices;
  label(ui, {box.x - kLabels, box.y + 3}, name);
  if (ui.touch(id_of(name), box).activated) {
    choices.types_size = size;
    ui.state.focus = 0;
  }
  text_field(ui, box, field, hint, choices.types_size == size);
}

void draw_options(Ui& ui, Box box) {
  ExportChoices& choices = ui.state.export_choices;
  Point at{box.x, box.y};
  const auto next = [&] { at.y += kPitch; };
  if (choose(ui, "Format", at, kFormatWords, choices.format)) {
    set_ending(choices);
  }
  next();
  choose(ui, "Pages", at, kSheetWords, choices.sheet);
  next();
  if (choose(ui, "Page", at, kPageWords, choices.page)) {
    choices.types_size = static_cast<std::size_t>(choices.page) == page_presets().size();
  }
  next();
  if (static_cast<std::size_t>(choices.page) == page_presets().size()) {
    field_row(ui, {at.x + kLabels, at.y - 2, 160, 32}, "Size", choices.size, "1920x1080", true);
    next();
  }
  choose(ui, "Fineness", at, kFineWords, choices.fine);
  next();
  choose(ui, "Colours", at, kThemeWords, choices.theme);
  next();
  choose(ui, "Axis", at, kAxisWords, choices.axis);
  next();
  choose(ui, "Part", at, kPartWords, choices.part);
  next();
  toggles(ui, at, choices);
  next();
  field_row(ui, {at.x + kLabels, at.y, box.width - kLabels, 34}, "File", choices.path,
            "a path that ends with .png, .svg, .pdf or .gif", false);
}

/// Goes through a storyboard's or handout's pages.
void draw_pager(Ui& ui, Point middle, std::size_t pages) {
  int& page = ui.state.export_choices.shown_page;
  const std::string words = "Page " + std::to_string(page + 1) + " of " + std::to_string(pages);
  ui.paint.words(middle, words, 12.5F, Face::regular, paint(Role::ink_soft), Align::middle);
  const ButtonStyle style;
  if (button(ui, id_of("page before"), {middle.x - 106, middle.y - 18, 34, 28}, "‹", style)
          .activated) {
    page = std::max(0, page - 1);
  }
  if (button(ui, id_of("page after"), {middle.x + 72, middle.y - 18, 34, 28}, "›", style)
          .activated) {
    page = std::min(static_cast<int>(pages) - 1, page + 1);
  }
}

void draw_preview(Ui& ui, Box box) {
  ExportChoices& choices = ui.state.export_choices;
  ExportRequest request = export_request(ui.session, choices);
  const std::size_t pages = page_count(request);
  choices.shown_page = std::clamp(choices.shown_page, 0, static_cast<int>(pages) - 1);
  if (pages > 1) {
    request.page = static_cast<std::size_t>(choices.shown_page);
    box.height -= 40;
    draw_pager(ui, {box.x + box.width / 2, box.bottom() + 28}, pages);
  }
  draw_export_preview(ui, request, box);
}

void draw(Ui& ui) {
  ExportChoices& choices = ui.state.export_choices;
  follow_ending(choices);
  const Box box =
      dialogue(ui, "Export", 1280, 640, command::Flip{command::Toggle::export_dialogue});
  const Box inside{box.x + 28, box.y + 62, box.width - 56, box.height - 62 - 66};
  draw_options(ui, {inside.x, inside.y, kOptions, inside.height});
  const Box preview{inside.x + kOptions + 28, inside.y, inside.width - kOptions - 28,
                    inside.height};
  draw_preview(ui, preview);
  const std::string trouble = size_trouble(choices);
  const std::string& error = choices.error.empty() ? trouble : choices.error;
  ui.paint.words_in({inside.x, box.bottom() - 32}, inside.width - 120,
                    error.empty() ? "The preview is what is written." : error, 12, Face::regular,
                    paint(error.empty() ? Role::ink_soft : Role::blocked));
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  style.size = 13;
  const Box go{box.right() - 28 - 104, box.bottom() - 54, 104, 34};
  if (button(ui, id_of("export now"), go, "Export", style).activated) {
    accept(ui.session, ui.state);
  }
}

TextField* field(UiState& state) {
  ExportChoices& choices = state.export_choices;
  return choices.types_size ? &choices.size : &choices.path;
}

void open(Session& session, UiState& state) {
  ExportChoices& choices = state.export_choices;
  choices.path.set(first_path(session));
  choices.types_size = false;
  choices.error.clear();
  set_ending(choices);
  if (choices.size.text().empty()) {
    choices.size.set("1920x1080");
  }
  choices.theme = static_cast<int>(session.preferences().theme);
  choices.axis = static_cast<int>(session.view().axis);
}

bool shown(const Session& session) { return session.shown(command::Toggle::export_dialogue); }

}  // namespace

extern const Overlay export_dialogue_overlay;
const Overlay export_dialogue_overlay = {"export", shown, draw, field, accept, open};

}  // namespace interleave
