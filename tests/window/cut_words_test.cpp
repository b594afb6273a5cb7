// Words that have no room end in …; under the pointer, and where the keyboard has got to, they are
// said in full. Drawn without a window.

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/window/draw_everything.h"
#include "app/window/imgui_compat.h"
#include "tests/catch.h"
#include "tests/window/headless.h"

namespace interleave {
namespace {

const std::string kName = "handle_request_of_a_customer_with_a_very_long_name_0";

/// A trace of one thread with that name, in a file whose own name is long, too.
class LongNames {
 public:
  LongNames() {
    std::ofstream(path_) << R"([{"ph":"M","pid":1,"tid":1,"name":"thread_name","args":{"name":")"
                         << kName << R"("}},{"ph":"X","pid":1,"tid":1,"ts":0,"dur":9,"name":"w"}])";
  }
  ~LongNames() { std::filesystem::remove(path_); }
  LongNames(const LongNames&) = delete;
  LongNames& operator=(const LongNames&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string name() const { return path_.filename().string(); }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() /
      ("a_trace_with_a_name_that_finds_no_room_" + std::to_string(getpid()) + ".json");
};

class Screen {
 public:
  explicit Screen(const std::string& path) {
    session.apply(command::OpenFile{path});
    while (session.opening()) {
      session.tick(0);
    }
  }

  /// The words of the second of two frames: what is hovered is known after the first.
  std::vector<ShownWords> drawn() {
    std::vector<ShownWords> words;
    for (int i = 0; i < 2; ++i) {
      words.clear();
      state.shown_words = &words;
      std::vector<Command> commands;
      headless_.begin_frame(1280, 800);
      draw_everything(session, state, glyphs_, commands, {1280, 800, 1});
      headless_.end_frame();
    }
    return words;
  }

  /// How many times more often than in `before` a text is there, however its lines are broken.
  static bool says_more(const std::vector<ShownWords>& after, const std::vector<ShownWords>& before,
                        const std::string& text) {
    const auto count = [&](const std::vector<ShownWords>& words) {
      std::string all;
      for (const ShownWords& each : words) {
        all += each.text;
      }
      int found = 0;
      for (auto at = all.find(text); at != std::string::npos; at = all.find(text, at + 1)) {
        ++found;
      }
      return found;
    };
    return count(after) > count(before);
  }

  Session session;
  UiState state;

 private:
  Headless headless_;
  Glyphs glyphs_;
};

TEST_CASE("a name that is cut is said in full under the pointer") {
  const LongNames file;
  Screen screen(file.path());
  const auto before = screen.drawn();
  const auto cut = std::find_if(before.begin(), before.end(), [](const ShownWords& each) {
    return each.text.starts_with("handle") && each.text.find("…") != std::string::npos;
  });
  REQUIRE(cut != before.end());
  CHECK(cut->text.ends_with("name_0"));
  compat::mouse_position(cut->box.x + 5, cut->box.y + cut->box.height / 2);
  CHECK(Screen::says_more(screen.drawn(), before, kName));
}

TEST_CASE("a name that is cut is said in full where the keyboard has got to") {
  const LongNames file;
  Screen screen(file.path());
  const auto before = screen.drawn();
  screen.state.focus = id_of("own", 0);
  CHECK(Screen::says_more(screen.drawn(), before, file.name()));
}

TEST_CASE("the narration says the whole name of the lane that the arrows select") {
  const LongNames file;
  Screen screen(file.path());
  screen.session.apply(command::ToEnd{});
  const auto before = screen.drawn();
  screen.session.apply(command::SelectLane{1});
  CHECK(Screen::says_more(screen.drawn(), before, kName));
}

}  // namespace
}  // namespace interleave
