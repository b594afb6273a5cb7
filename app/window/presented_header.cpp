#include "app/window/presented_header.h"

#include <algorithm>

#include "app/trace/narration.h"
#include "app/window/widgets.h"

namespace interleave {

namespace {

constexpr float kGap = 24;

/// "A Sequential" of a comparison, "Concurrent" alone.
struct Shown {
  std::string badge;
  std::string title;
};

std::vector<Shown> shown_runs(Session& session) {
  std::vector<Shown> all;
  for (std::size_t i = 0; i < session.run_count(); ++i) {
    const std::string badge =
        session.run_count() > 1 ? std::string(1, static_cast<char>('A' + i)) : std::string();
    all.push_back({badge, session.scenario().mode(session.run(i).mode())->title});
  }
  return all;
}

float width_of(Ui& ui, const Shown& shown, float size) {
  const float badge =
      shown.badge.empty() ? 0 : ui.width_of(shown.badge, size, Face::bold) + size * 0.4F;
  return badge + ui.width_of(shown.title, size, Face::medium) + size * 1.2F;
}

/// Pills; the one in focus is filled. A click puts the focus there.
void runs(Ui& ui, const std::vector<Shown>& all, float x, float middle, float size) {
  const float height = size * 1.6F;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float width = width_of(ui, all[i], size);
    const Box pill{x, middle - height / 2, width, height};
    const bool focus = all.size() > 1 && i == ui.session.view().focus;
    const Touch touch = ui.touch_mouse(id_of("presented run", i), pill);
    ui.paint.frame(pill, paint(focus ? Role::accent_soft : Role::panel),
                   paint(focus ? Role::accent : Role::border), height / 2, 1.4F);
    float at = x + size * 0.6F;
    if (!all[i].badge.empty()) {
      at =
          ui.say({at, middle + size * 0.36F}, all[i].badge, size, Face::bold, paint(Role::accent)) +
          size * 0.4F;
    }
    ui.say({at, middle + size * 0.36F}, all[i].title, size, Face::medium, paint(Role::ink));
    if (touch.activated) {
      ui.send(command::FocusRun{i});
    }
    x += width + size * 0.5F;
  }
}

}  // namespace

void draw_presented_header(Ui& ui, Box box) {
  const Presentation& p = *ui.presentation;
  const float middle = box.y + box.height / 2;
  const std::string position =
      narrate(ui.session.focused().trace(), ui.session.state(), Depth::happened).position;
  const float right = box.right() - p.margin;
  ui.paint.words({right, middle + p.position_size * 0.36F}, position, p.position_size, Face::bold,
                 paint(Role::accent), Align::right);
  // So wide that nothing moves from step to step.
  const float kept = std::max(ui.width_of(position, p.position_size, Face::bold),
                              ui.width_of("step 88 of 88 · 88.8 s", p.position_size, Face::bold));
  const auto all = shown_runs(ui.session);
  const float size = p.position_size * 0.84F;
  float modes = 0;
  for (const Shown& shown : all) {
    modes += width_of(ui, shown, size) + size * 0.5F;
  }
  const float title_width = ui.width_of(ui.session.scenario().title, p.title_size, Face::bold);
  const float room = right - kept - kGap - p.margin;
  // The title gives way to the modes, but keeps a third.
  const float title_room =
      std::clamp(room - modes - kGap, room / 3, std::max(title_width + 1, room / 3));
  ui.paint.words_in({p.margin, middle + p.title_size * 0.36F}, title_room,
                    ui.session.scenario().title, p.title_size, Face::bold, paint(Role::ink));
  const float x = p.margin + std::min(title_room, title_width) + kGap;
  ui.paint.push_clip({x, box.y, right - kept - kGap / 2 - x, box.height});
  runs(ui, all, x, middle, size);
  ui.paint.pop_clip();
}

}  // namespace interleave
