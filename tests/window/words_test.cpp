// What is written in a frame, in every lesson and every size of the window: nothing over anything
// else, nothing cut. Drawn without a window.

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>

#include "app/window/draw_everything.h"
#include "scenarios/catalogue.h"
#include "tests/catch.h"
#include "tests/window/headless.h"

namespace interleave {
namespace {

struct Size {
  float width;
  float height;
};

constexpr std::array kSizes = {Size{900, 600}, Size{1280, 800}, Size{1600, 1000}, Size{1920, 1080}};

/// Frames that are only asked what is written in them.
class Written {
 public:
  std::vector<ShownWords> frame(Session& session, UiState& state, Size size) {
    std::vector<ShownWords> words;
    state.shown_words = &words;
    std::vector<Command> commands;
    headless_.begin_frame(size.width, size.height);
    draw_everything(session, state, glyphs_, commands, {size.width, size.height, 1});
    headless_.end_frame();
    state.shown_words = nullptr;
    return words;
  }

 private:
  Headless headless_;
  Glyphs glyphs_;
};

Box common(const Box& a, const Box& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

bool seen(const ShownWords& words) {
  const Box box = common(words.box, words.clip);
  return box.width > 1 && box.height > 1;
}

/// What can be read, from the `from`th on.
std::vector<ShownWords> seen_of(const std::vector<ShownWords>& all, std::size_t from = 0) {
  std::vector<ShownWords> words;
  std::copy_if(all.begin() + static_cast<std::ptrdiff_t>(std::min(from, all.size())), all.end(),
               std::back_inserter(words), seen);
  return words;
}

void check(const std::vector<ShownWords>& words) {
  constexpr float kAscent = 2;  // above capitals, below the base line
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ShownWords& a = words[i];
    INFO("“" << a.text << "” at " << a.box.x << ", " << a.box.y);
    CHECK(a.size > 11.99F);
    const bool is_whole = a.box.x >= a.clip.x - 1 && a.box.right() <= a.clip.right() + 1 &&
                          a.box.y >= a.clip.y - kAscent &&
                          a.box.bottom() <= a.clip.bottom() + kAscent + 0.2F * a.size;
    CHECK(is_whole);
    for (std::size_t j = 0; j < i; ++j) {
      const Box both = common(common(a.box, a.clip), common(words[j].box, words[j].clip));
      if (both.width > 1 && both.height > 2) {
        FAIL_CHECK("over “" << words[j].text << "”");
      }
    }
  }
}

TEST_CASE("no words are cut, too small or over others, in any lesson and any size") {
  Written imgui;
  for (const Size size : kSizes) {
    for (const Scenario& scenario : catalogue()) {
      for (const bool presents : {false, true}) {
        INFO(scenario.id << " at " << size.width << " x " << size.height
                         << (presents ? ", presented" : ""));
        Session session;
        session.apply(command::SetScenario{scenario.id});
        if (presents) {
          session.apply(command::Flip{command::Toggle::presentation});
        }
        UiState state;
        for (int i = 0; i < 9; ++i) {
          INFO("step " << session.state().step);
          (void)imgui.frame(session, state, size);  // what grows with what is said has grown
          check(seen_of(imgui.frame(session, state, size)));
          session.apply(command::Step{3});
        }
        session.apply(command::ToEnd{});
        (void)imgui.frame(session, state, size);
        check(seen_of(imgui.frame(session, state, size)));
      }
    }
  }
}

/// The first event at which a line of the listing has that state behind it, for each line and each
/// state of this run.
std::vector<Seq> states_beside_lines(Session& session) {
  constexpr Seq kMostEvents = 2'000;
  std::set<std::tuple<std::uint16_t, TaskState, bool>> seen_before;
  std::vector<Seq> events;
  session.focused().finish();
  const Seq end = std::min(session.focused().trace().size(), kMostEvents);
  for (Seq seq = 0; seq < end; ++seq) {
    bool is_new = false;
    const State& state = session.focused().states().at(seq);
    for (TaskId id = 1; id <= state.tasks.size(); ++id) {
      const TaskStatus& task = state.task(id);
      is_new = seen_before.insert({task.line, task.state, task.blocks}).second || is_new;
    }
    if (is_new) {
      events.push_back(seq);
    }
  }
  return events;
}

TEST_CASE("a task's state stands clear of its line of code, wherever a task may stand") {
  Written imgui;
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      Session session;
      session.apply(command::SetScenario{scenario.id});
      session.apply(command::SetMode{mode.id});
      const std::vector<Seq> events = states_beside_lines(session);
      for (const bool presents : {false, true}) {
        if (presents) {
          session.apply(command::Flip{command::Toggle::presentation});
        }
        for (const Size size : {Size{900, 600}, Size{1280, 800}}) {
          UiState state;
          for (const Seq seq : events) {
            INFO(scenario.id << ", " << mode.id << ", event " << seq << " at " << size.width
                             << (presents ? ", presented" : ""));
            session.apply(command::GoTo{0, seq});
            check(seen_of(imgui.frame(session, state, size)));
          }
        }
      }
    }
  }
}

TEST_CASE("no words of a dialogue are cut, too small or over others") {
  using command::Toggle;
  const std::vector<Command> openings = {
      command::Flip{Toggle::help},          command::Flip{Toggle::palette},
      command::Flip{Toggle::open_dialogue}, command::Flip{Toggle::goto_dialogue},
      command::Flip{Toggle::lane_filter},   command::Flip{Toggle::export_dialogue},
      command::ExplainTime{std::nullopt},   command::StartTour{}};
  Written imgui;
  for (const Size size : kSizes) {
    for (std::size_t i = 0; i < openings.size(); ++i) {
      INFO("dialogue " << i << " at " << size.width << " x " << size.height);
      Session session;
      UiState state;
      (void)imgui.frame(session, state, size);
      const std::size_t below = imgui.frame(session, state, size).size();
      session.apply(openings[i]);
      (void)imgui.frame(session, state, size);
      std::vector<ShownWords> words = seen_of(imgui.frame(session, state, size), below);
      // A page in the export's preview is as small as it comes out.
      const bool previews = session.shown(Toggle::export_dialogue);
      std::erase_if(words, [&](const ShownWords& each) { return previews && each.size < 11.99F; });
      check(words);
    }
  }
}

}  // namespace
}  // namespace interleave
