// The program as a class reads it, and where in it each task stands.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "app/window/code_words.h"
#include "app/window/panel.h"
#include "app/window/widgets.h"
#include "assets/embedded.h"

namespace interleave {

namespace {

constexpr float kPitch = 16.4F;
constexpr float kHead = 42;

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

void draw_standing(Ui& ui, const Standing& standing, Box row) {
  const State& state = ui.session.state();
  const TaskId first = standing.tasks.front();
  const float bar = standing.filled ? 4.0F : 3.0F;
  float x = row.x;
  for (std::size_t i = 0; i < std::min<std::size_t>(standing.tasks.size(), 4); ++i) {
    ui.paint.fill({x, row.y, bar, row.height}, ui.colour_of(standing.tasks[i]));
    x += bar + 1;
  }
  const std::string words = words_for(state, standing);
  const float width = ui.width_of(words, 12, Face::bold);
  const Paint ink = standing.tasks.size() == 1 ? ui.colour_of(first) : paint(Role::ink_soft);
  // The words stand over long lines of code: what is under them is covered.
  ui.paint.fill({row.right() - width - 16, row.y, width + 12, row.height}, paint(Role::panel));
  if (standing.filled) {
    ui.paint.fill({row.right() - width - 16, row.y, width + 12, row.height},
                  ui.colour_of(first, 0.16F));
  }
  ui.paint.words({row.right() - 10, row.y + 12.3F}, words, 12, Face::bold, ink, Align::right);
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

/// The largest type at which the lines fit beside their numbers, within reason.
float code_size(Ui& ui, const std::vector<std::string_view>& lines, float room) {
  std::size_t longest = 1;
  for (const std::string_view line : lines) {
    longest = std::max(longest, line.size());
  }
  const float letter = ui.width_of("x", 12, Face::mono);
  const float fits = 12 * room / (letter * static_cast<float>(longest));
  return std::clamp(std::floor(fits * 4) / 4, 10.0F, 12.0F);
}

void draw_lines(Ui& ui, Box box, const std::vector<std::string_view>& lines) {
  const bool cpp = ui.session.shown(command::Toggle::cpp_listing);
  const auto where = cpp ? std::map<std::uint16_t, Standing>() : standings(ui.session);
  const float height = kPitch * static_cast<float>(lines.size()) + 4;
  const Id id = id_of(cpp ? "listing C++" : "listing");
  std::uint16_t current = 0;
  for (const auto& [number, standing] : where) {
    current = standing.filled ? number : current;
  }
  if (current > 0) {
    const float y = kPitch * static_cast<float>(current - 1);
    follow(ui, id, box, std::max(0.0F, y - 3 * kPitch), y + 4 * kPitch, height,
           ui.session.playhead() * 4099 + id_of(path_of(ui.session)));
  }
  if (ui.session.playhead() == 0) {
    follow(ui, id, box, 0, 0, height, id_of(path_of(ui.session)));  // from the top again
  }
  const float scroll = begin_scroll(ui, id, box, height);
  const float size = code_size(ui, lines, box.width - 38 - 12);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const float y = box.y + 2 + kPitch * static_cast<float>(i) - scroll;
    if (y + kPitch < box.y || y > box.bottom()) {
      continue;
    }
    const auto number = static_cast<std::uint16_t>(i + 1);
    const auto standing = where.find(number);
    const Box row{box.x + 1, y, box.width - 2, kPitch};
    ui.paint.words({box.x + 27, y + 12.3F}, std::to_string(number), 11.5F, Face::mono,
                   paint(Role::ink_faint), Align::right);
    if (standing != where.end() && standing->second.filled) {
      ui.paint.fill(row, ui.colour_of(standing->second.tasks.front(), 0.16F));
    }
    draw_code(ui, lines[i], cpp, {box.x + 38, y + 12.3F}, size);
    if (standing != where.end()) {
      draw_standing(ui, standing->second, row);
    }
  }
  end_scroll(ui);
}

void tabs(Ui& ui, Box box) {
  const bool cpp = ui.session.shown(command::Toggle::cpp_listing);
  const float cpp_x = box.right() - 18 - ui.width_of("C++", 12, Face::semibold);
  const float python_x = cpp_x - 14 - ui.width_of("Python", 12, Face::semibold);
  const bool to_python = tab(ui, id_of("python"), {python_x, box.y + 30}, "Python", !cpp).activated;
  const bool to_cpp = tab(ui, id_of("c++"), {cpp_x, box.y + 30}, "C++", cpp).activated;
  if ((to_python && cpp) || (to_cpp && !cpp)) {
    ui.send(command::Flip{command::Toggle::cpp_listing});
  }
}

void draw(Ui& ui, Box box) {
  // Which run it is of gives way to the tabs.
  const bool roomy = box.width > 330;
  heading(ui, {box.x + 18, box.y + 30}, roomy ? "Listing" : "", run_note(ui.session));
  tabs(ui, box);
  const Box inside{box.x + 12, box.y + kHead, box.width - 24, box.height - kHead - 4};
  ui.paint.frame(inside, paint(Role::panel), paint(Role::border), 8);
  const auto lines = lines_of(source_of(ui.session));
  if (lines.empty()) {
    ui.paint.words({inside.x + 14, inside.y + 22}, "There is no listing for this mode.", 12,
                   Face::regular, paint(Role::ink_soft));
    return;
  }
  draw_lines(ui, {inside.x + 1, inside.y + 6, inside.width - 2, inside.height - 12}, lines);
}

float wanted(Ui& ui, float /*width*/) {
  const auto lines = lines_of(source_of(ui.session)).size();
  return std::min(kHead + 20 + kPitch * static_cast<float>(lines), 560.0F);
}

bool wants(const Session& session) { return session.shown(command::Toggle::listing); }

}  // namespace

extern const Panel listing_panel;
const Panel listing_panel = {"listing", Column::right, 130, 0, wanted, draw, wants};

}  // namespace interleave
