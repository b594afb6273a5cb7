// Export: what is shown, as a PNG, SVG or PDF.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "app/export/formats.h"
#include "app/export/request.h"
#include "app/window/dialogue.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr std::array<const char*, 3> kFormats = {"png", "svg", "pdf"};
constexpr std::array<const char*, 3> kFormatWords = {"PNG", "SVG", "PDF"};

struct Size {
  const char* words;
  float width;
  float height;
  float scale;
};
constexpr std::array<Size, 4> kSizes = {{{"Slide 1920 × 1080", 1920, 1080, 1},
                                         {"Slide, twice as fine", 1920, 1080, 2},
                                         {"Page 1400 × 990", 1400, 990, 2},
                                         {"Square 1200", 1200, 1200, 2}}};
constexpr auto kThemes = kAllThemes;
constexpr std::array<const char*, kThemes.size()> kThemeWords = {"Light", "Dark", "High contrast",
                                                                 "Print"};

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

void set_ending(UiState& state) {
  std::filesystem::path path(state.export_path.text());
  path.replace_extension(kFormats.at(static_cast<std::size_t>(state.export_format)));
  state.export_path.set(path.string());
}

/// An error without the path that it begins with: that stands right above it.
std::string reason(const std::string& error, const std::string& path) {
  const std::string begin = path + ": ";
  return error.rfind(begin, 0) == 0 ? error.substr(begin.size()) : error;
}

/// The format is the one that the path ends with.
void follow_ending(UiState& state) {
  const std::string ending = std::filesystem::path(state.export_path.text()).extension().string();
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (ending == std::string(".") + kFormats.at(i)) {
      state.export_format = static_cast<int>(i);
    }
  }
}

void accept(Session& session, UiState& state) {
  ExportRequest request;
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    session.run(i).finish();
    request.runs.push_back(described(session.run(i).trace()));
  }
  if (const Drawing& drawing = session.drawing(); drawing.on) {
    request.runs = {described(session.run(drawing.run).trace())};
    request.sketch = {drawing.grid, drawing.drawn,
                      drawing.told ? std::optional(drawing.truth) : std::nullopt};
    request.caption = drawing.told ? "What is, above what was drawn" : "What was drawn";
  }
  request.path = state.export_path.text();
  const Size& size = kSizes.at(static_cast<std::size_t>(state.export_size));
  request.width = size.width;
  request.height = size.height;
  request.scale = size.scale;
  request.theme = kThemes.at(static_cast<std::size_t>(state.export_theme));
  request.axis = session.view().axis;
  const auto written = export_to_file(request);
  if (!written) {
    state.export_error = "Not exported: " + reason(written.error(), request.path);
    return;  // the dialogue stays, with everything as it was
  }
  state.export_error.clear();
  session.set_notice("Exported to " + request.path);
  session.apply(command::Flip{command::Toggle::export_dialogue});
}

/// A row of choices, one of which is on; gives the one chosen.
template <class Words>
int choices(Ui& ui, const char* name, Point at, int now, std::size_t count, Words words) {
  ui.paint.words({at.x, at.y + 19}, name, 12.5F, Face::regular, paint(Role::ink_soft));
  float x = at.x + 78;
  for (std::size_t i = 0; i < count; ++i) {
    ButtonStyle style;
    style.look = static_cast<int>(i) == now ? Look::on : Look::quiet;
    const float width = ui.width_of(words(i), 12.5F, Face::semibold) + 26;
    if (button(ui, id_of(name, i), {x, at.y, width, 28}, words(i), style).activated) {
      now = static_cast<int>(i);
    }
    x += width + 6;
  }
  return now;
}

void draw(Ui& ui) {
  UiState& state = ui.state;
  const Box box =
      dialogue(ui, "Export a picture", 780, 316, command::Flip{command::Toggle::export_dialogue});
  const float x = box.x + 28;
  follow_ending(state);
  const int format = choices(ui, "Format", {x, box.y + 62}, state.export_format, kFormats.size(),
                             [](std::size_t i) { return kFormatWords.at(i); });
  if (format != state.export_format) {
    state.export_format = format;
    set_ending(state);
  }
  state.export_size = choices(ui, "Size", {x, box.y + 102}, state.export_size, kSizes.size(),
                              [](std::size_t i) { return kSizes.at(i).words; });
  state.export_theme = choices(ui, "Colours", {x, box.y + 142}, state.export_theme, kThemes.size(),
                               [](std::size_t i) { return kThemeWords.at(i); });
  ui.paint.words({x, box.y + 203}, "File", 12.5F, Face::regular, paint(Role::ink_soft));
  text_field(ui, {x + 78, box.y + 182, box.width - 56 - 78, 34}, state.export_path,
             "a path that ends with .png, .svg or .pdf", true);
  const bool compared = ui.session.run_count() > 1;
  const bool failed = !state.export_error.empty();
  const char* what = compared ? "The whole comparison, as on the timeline."
                              : "The whole run, with its listing where it fits.";
  ui.paint.words_in({x + 78, box.y + 240}, box.right() - 28 - x - 78,
                    failed ? state.export_error : what, 12, Face::regular,
                    paint(failed ? Role::blocked : Role::ink_soft));
  ButtonStyle style;
  style.look = Look::primary;
  style.face = Face::semibold;
  style.size = 13;
  const Box go{box.right() - 28 - 104, box.bottom() - 54, 104, 34};
  if (button(ui, id_of("export now"), go, "Export", style).activated) {
    accept(ui.session, ui.state);
  }
}

TextField* field(UiState& state) { return &state.export_path; }

void open(Session& session, UiState& state) {
  state.export_path.set(first_path(session));
  state.export_error.clear();
  set_ending(state);
  state.export_theme = static_cast<int>(session.preferences().theme);
}

bool shown(const Session& session) { return session.shown(command::Toggle::export_dialogue); }

}  // namespace

extern const Overlay export_dialogue_overlay;
const Overlay export_dialogue_overlay = {"export", shown, draw, field, accept, open};

}  // namespace interleave
