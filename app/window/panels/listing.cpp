// The program as a class reads it, and where in it each task stands.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

#include "app/window/code_rows.h"
#include "app/window/code_words.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "assets/embedded.h"

namespace interleave {

namespace {

constexpr float kHead = 42;
constexpr float kSize = 12;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

std::string path_of(Session& session) {
  const Scenario& scenario = session.scenario();
  return session.shown(command::Toggle::cpp_listing) ? scenario.source
                                                     : scenario.listing(session.focused().mode());
}

std::string_view source_of(Session& session) {
  const std::string path = path_of(session);
  return is_embedded(path) ? embedded(path) : std::string_view();
}

const char* word_for(TaskState state) {
  switch (state) {
    case TaskState::running:
      return "running";
    case TaskState::ready:
      return "ready";
    case TaskState::suspended:
      return "suspended";
    default:
      return "";
  }
}

/// The tasks that stand on one line.
struct Standing {
  std::vector<TaskId> tasks;
  bool filled = false;
};

std::map<std::uint16_t, Standing> standings(Session& session) {
  std::map<std::uint16_t, Standing> result;
  const State& state = session.state();
  const Trace& trace = session.focused().trace();
  const Event& event = trace[session.playhead()];
  // The line that is filled: whoever runs, else the one that this stop is about.
  const TaskId subject = state.running != kNoTask ? state.running : event.task;
  for (const TaskId task : trace.tasks()) {
    if (task > state.tasks.size()) {
      continue;
    }
    const TaskStatus& status = state.task(task);
    if (status.line == 0 || *word_for(status.state) == '\0') {
      continue;
    }
    Standing& standing = result[status.line];
    standing.tasks.push_back(task);
    standing.filled = standing.filled || task == subject;
  }
  return result;
}

std::string words_for(const State& state, const Standing& standing) {
  if (standing.tasks.size() == 1) {
    const TaskStatus& status = state.task(standing.tasks[0]);
    return status.blocks && status.state == TaskState::running ? "blocked" : word_for(status.state);
  }
  std::string words;
  for (const TaskState each : {TaskState::running, TaskState::ready, TaskState::suspended}) {
    const auto count = std::count_if(standing.tasks.begin(), standing.tasks.end(),
                                     [&](TaskId t) { return state.task(t).state == each; });
    if (count > 0) {
      words += (words.empty() ? "" : " · ") + std::to_string(count) + " " + word_for(each);
    }
  }
  return words;
}

/// What a row is drawn with; larger in presentation, in the panel's own units.
struct RowType {
  float pitch = 16.4F;
  float baseline = 12.3F;
  float letter = 7.2F;
  /// From the box's left to the code: bars and numbers.
  float gutter = 32;
  float right = 10;
};

RowType row_type(const Ui& ui) {
  RowType type;
  type.letter = ui.width_of("x", kSize, Face::mono);
  if (ui.presentation != nullptr) {
    type.pitch = ui.presentation->code_pitch / ui.zoom;
    type.baseline = type.pitch / 2 + 4.3F;
  }
  return type;
}

/// Where a line's state in words stands: behind the last of its rows that leaves the room. Where
/// none does, so many columns of its last row's code are shown.
struct StatePlace {
  std::string words;
  std::size_t row = 0;
  std::size_t columns = std::string::npos;
};

StatePlace place_state(const Ui& ui, const RowType& type, const Standing& standing,
                       std::span<const CodeRow> rows, std::pair<std::size_t, std::size_t> of_line,
                       float width) {
  constexpr float kGap = 2;
  const auto columns_beside = [&](const std::string& words) {
    const float room = width - type.gutter - type.right - kGap;
    const float left = room - ui.width_of(words, kSize, Face::semibold);
    return static_cast<std::size_t>(std::max(0.0F, left / type.letter));
  };
  StatePlace place{words_for(ui.session.state(), standing), of_line.second - 1};
  if (standing.tasks.size() > 1 &&
      columns_beside(place.words) < rows[place.row].indent + rows[place.row].text.size()) {
    place.words = std::to_string(standing.tasks.size()) + " tasks";
  }
  const std::size_t columns = columns_beside(place.words);
  for (std::size_t row = of_line.second; row-- > of_line.first;) {
    if (rows[row].indent + rows[row].text.size() <= columns) {
      place.row = row;
      return place;
    }
  }
  const std::size_t indent = rows[place.row].indent;
  place.columns = columns > indent ? columns - indent : 0;
  return place;
}

/// The bars of the tasks that stand on a line, which takes `line`, and their state in words beside
/// the row at `row`.
void draw_standing(Ui& ui, const RowType& type, const Standing& standing, Box line,
                   const StatePlace& place, Box row) {
  const TaskId first = standing.tasks.front();
  const float bar = standing.filled ? 4.0F : 3.0F;
  float x = line.x;
  for (std::size_t i = 0; i < std::min<std::size_t>(standing.tasks.size(), 3); ++i) {
    ui.paint.fill({x, line.y, bar, line.height}, ui.colour_of(standing.tasks[i]));
    x += bar + 1;
  }
  const Paint ink = standing.tasks.size() == 1 ? ui.colour_of(first) : paint(Role::ink_soft);
  ui.paint.words({row.right() - type.right, row.y + type.baseline}, place.words, kSize,
                 Face::semibold, ink, Align::right);
}

void draw_code(Ui& ui, std::string_view line, bool cpp, Point at, float size) {
  for (const CodeToken& token : cpp ? cpp_words(line) : python_words(line)) {
    Face face = Face::mono;
    Paint ink = paint(Role::ink);
    switch (token.word) {
      case CodeWord::keyword:
        face = Face::mono_bold;
        break;
      case CodeWord::text:
        ink = paint(Role::good);
        break;
      case CodeWord::comment:
        ink = paint(Role::ink_faint);
        break;
      case CodeWord::plain:
        break;
    }
    at.x = ui.say(at, token.text, size, face, ink);
  }
}

/// At most so many columns of a row of code, ending in … where there are more.
std::string shortened_code(std::string_view code, std::size_t columns) {
  if (code.size() <= columns) {
    return std::string(code);
  }
  return columns == 0 ? std::string() : std::string(code.substr(0, columns - 1)) + "…";
}

/// Lines on which a task can be held up: behind them its state in words always has room, so that
/// no line is cut otherwise from step to step.
bool holds_up(std::string_view line) {
  return line.find("await ") != std::string_view::npos ||
         line.find("async with") != std::string_view::npos ||
         line.find("async for") != std::string_view::npos;
}

std::vector<CodeRow> rows_for(Ui& ui, const std::vector<std::string_view>& lines, float width) {
  const bool cpp = ui.session.shown(command::Toggle::cpp_listing);
  const RowType type = row_type(ui);
  const auto columns =
      static_cast<std::size_t>(std::max(12.0F, (width - type.gutter - 4) / type.letter));
  const auto word = static_cast<std::size_t>(
      std::ceil((ui.width_of("suspended", kSize, Face::semibold) + type.right + 4) / type.letter));
  return code_rows(lines, columns, [&](std::uint16_t number) -> std::size_t {
    return !cpp && holds_up(lines[number - 1U]) ? word : 0;
  });
}

/// Brings the line that is filled into sight, with some around it; as long as nothing has
/// happened, the top.
void follow_line(Ui& ui, Id id, Box box, const std::vector<CodeRow>& rows, std::uint16_t current,
                 float pitch) {
  const float height = pitch * static_cast<float>(rows.size());
  const std::uint64_t where = ui.session.playhead() * 4099 + id_of(path_of(ui.session));
  if (current == 0) {
    if (ui.session.playhead() == 0) {
      follow(ui, id, box, 0, 0, height, where);
    }
    return;
  }
  const auto [from, to] = rows_of_line(rows, current);
  const float shown = std::floor(box.height / pitch);
  const float around = std::clamp(std::floor((shown - 1) / 2), 0.0F, 3.0F) * pitch;
  const float top = pitch * static_cast<float>(from);
  const float bottom = pitch * static_cast<float>(to);
  follow(ui, id, box, std::max(0.0F, top - around), std::min(height, bottom + around), height,
         where);
  if (ui.presentation != nullptr) {  // nobody scrolls there: a line begins at the top, not its rest
    float& scroll = ui.state.scroll[id];
    auto row = static_cast<std::size_t>(std::lround(scroll / pitch));
    while (row > 0 && row < rows.size() && !rows[row].first &&
           pitch * static_cast<float>(row - 1) + box.height >= bottom) {
      --row;
    }
    scroll = pitch * static_cast<float>(row);
  }
}

void draw_lines(Ui& ui, Box box, const std::vector<std::string_view>& lines) {
  const bool cpp = ui.session.shown(command::Toggle::cpp_listing);
  const auto where = cpp ? std::map<std::uint16_t, Standing>() : standings(ui.session);
  const RowType type = row_type(ui);
  const auto rows = rows_for(ui, lines, box.width);
  std::uint16_t current = 0;
  for (const auto& [number, standing] : where) {
    current = standing.filled ? number : current;
  }
  box.height = std::max(1.0F, std::floor(box.height / type.pitch)) * type.pitch;  // no half rows
  const Id id = id_of(cpp ? "listing C++" : "listing");
  follow_line(ui, id, box, rows, current, type.pitch);
  const float scroll = begin_scroll(ui, id, box, type.pitch * static_cast<float>(rows.size()));
  const auto place = [&](std::size_t row) {
    return Box{box.x + 1, box.y + type.pitch * static_cast<float>(row) - scroll, box.width - 2,
               type.pitch};
  };
  std::map<std::uint16_t, StatePlace> states;
  for (const auto& [number, standing] : where) {
    const auto of_line = rows_of_line(rows, number);
    if (of_line.second > of_line.first) {
      states[number] = place_state(ui, type, standing, rows, of_line, box.width - 2);
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const CodeRow& row = rows[i];
    const Box at = place(i);
    if (at.bottom() < box.y + 0.5F || at.y > box.bottom() - 0.5F) {
      continue;
    }
    const auto standing = where.find(row.number);
    if (standing != where.end() && standing->second.filled) {
      ui.paint.fill(at, ui.colour_of(standing->second.tasks.front(), 0.16F));
    }
    if (row.first) {
      ui.paint.words({at.x + type.gutter - 8, at.y + type.baseline}, std::to_string(row.number),
                     kSize, Face::mono, paint(Role::ink_faint), Align::right);
    }
    const float code_x = at.x + type.gutter + type.letter * static_cast<float>(row.indent);
    const auto state = states.find(row.number);
    const bool cut = state != states.end() && state->second.row == i;
    const std::string code =
        cut ? shortened_code(row.text, state->second.columns) : std::string(row.text);
    draw_code(ui, code, cpp, {code_x, at.y + type.baseline}, kSize);
    if (state != states.end() && row.last) {
      const auto first = rows_of_line(rows, row.number).first;
      const Box line{at.x, place(first).y, at.width, at.bottom() - place(first).y};
      draw_standing(ui, type, standing->second, line, state->second, place(state->second.row));
    }
  }
  end_scroll(ui);
}

/// Gives where they begin.
float tabs(Ui& ui, Box box) {
  const bool cpp = ui.session.shown(command::Toggle::cpp_listing);
  const float cpp_x = box.right() - 18 - ui.width_of("C++", 12, Face::semibold);
  const float python_x = cpp_x - 14 - ui.width_of("Python", 12, Face::semibold);
  const bool to_python = tab(ui, id_of("python"), {python_x, box.y + 30}, "Python", !cpp).activated;
  const bool to_cpp = tab(ui, id_of("c++"), {cpp_x, box.y + 30}, "C++", cpp).activated;
  if ((to_python && cpp) || (to_cpp && !cpp)) {
    ui.send(command::Flip{command::Toggle::cpp_listing});
  }
  return python_x;
}

/// What stands above the code; in presentation only of which run it is, where that is a question.
float head(Ui& ui, Box box) {
  if (ui.presentation == nullptr) {
    const float y = box.y + 30;
    const float note_x = heading(ui, {box.x + 18, y}, "Listing", "") + (box.width > 330 ? 16 : 10);
    const float room = tabs(ui, box) - 10 - note_x;
    ui.paint.words_in({note_x, y}, room, run_note(ui.session), 12, Face::regular,
                      paint(Role::ink_soft));
    return kHead;
  }
  if (ui.session.run_count() < 2 || ui.presentation->stacked) {
    return 0;
  }
  ui.paint.words({box.x + 2, box.y + 12}, run_note(ui.session), kSize, Face::semibold,
                 paint(Role::ink_soft));
  return 22;
}

void draw(Ui& ui, Box box) {
  const float above = head(ui, box);
  const float side = ui.presentation == nullptr ? 12 : 0;
  const Box inside{box.x + side, box.y + above, box.width - 2 * side,
                   box.height - above - side / 3};
  ui.paint.frame(inside, paint(Role::panel), paint(Role::border), 8);
  const auto lines = lines_of(source_of(ui.session));
  if (lines.empty()) {
    ui.paint.words({inside.x + 14, inside.y + 22}, "There is no listing for this mode.", kSize,
                   Face::regular, paint(Role::ink_soft));
    return;
  }
  const float edge = ui.presentation != nullptr ? 3 : 7;
  draw_lines(ui, {inside.x + 1, inside.y + edge, inside.width - 2, inside.height - 2 * edge},
             lines);
}

float wanted(Ui& ui, float width) {
  const auto lines = lines_of(source_of(ui.session));
  const auto rows = static_cast<float>(rows_for(ui, lines, width - 26).size());
  return std::min(kHead + 19 + row_type(ui).pitch * rows, 560.0F);
}

bool wants(const Session& session) { return session.shown(command::Toggle::listing); }

}  // namespace

extern const Panel listing_panel;
const Panel listing_panel = {"listing", Column::right, 130, 0, wanted, draw, wants};

}  // namespace interleave
