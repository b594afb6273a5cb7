// The real program in a display of its own. Skipped, visibly, where Xvfb, xdotool or ImageMagick is
// missing.

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "tests/catch.h"
#include "tests/window/looks.h"

namespace interleave::driven {
namespace {

using Catch::Matchers::ContainsSubstring;

std::string times(const char* key, int count) {
  std::string keys;
  for (int i = 0; i < count; ++i) {
    keys += std::string(" ") + key;
  }
  return keys;
}

int event_of(const std::string& title) {
  const auto at = title.find("event ");
  return at == std::string::npos ? -1 : std::atoi(title.c_str() + at + 6);
}

TEST_CASE("the window comes up on boiling water") {
  if (skipped()) return;
  Driver driver;
  std::printf("from process start to window: %.2f s\n", driver.seconds_to_window());
  CHECK_THAT(driver.title(),
             ContainsSubstring("boiling-water · concurrent · step 0/13 · event 1/"));
  const Picture picture = settled_picture(driver);
  CHECK(picture.width == 1600);
  CHECK(picture.height == 1000);
  CHECK(picture.colours() > 100);
}

TEST_CASE("keys move the playhead, and the title says where it is") {
  if (skipped()) return;
  Driver driver;
  const auto title_after = [&driver](const char* key) {
    driver.keys(key);
    return settled_title(driver);
  };
  const std::string first = title_after("Right");
  CHECK_THAT(first, ContainsSubstring("step 1/13"));
  const int stop = event_of(first);
  CHECK(event_of(title_after("shift+Right")) == stop + 1);
  CHECK(event_of(title_after("shift+Left")) == stop);
  CHECK(event_of(title_after("Left")) == 1);
  CHECK(event_of(title_after("ctrl+Right")) > 1);
  CHECK_THAT(title_after("End"), ContainsSubstring("step 13/13"));
  CHECK(event_of(title_after("Home")) == 1);
  const std::string last = title_after("ctrl+shift+Right");
  CHECK_THAT(last, ContainsSubstring("step 13/13"));
  CHECK_THAT(last, ContainsSubstring("· 3 s"));
}

TEST_CASE("Right held through a whole run and Left back ends where it began") {
  if (skipped()) return;
  Driver driver;
  driver.click(4, 50);  // the pointer rests where nothing is
  const std::string first = settled_title(driver);
  const Picture before = settled_picture(driver);
  driver.keys(times("Right", 60));
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 13/13"));
  driver.keys(times("Left", 60));
  CHECK(settled_title(driver) == first);
  CHECK(change(settled_picture(driver), before) == 0);
}

TEST_CASE("no press is lost, however fast they come") {
  if (skipped()) return;
  Driver driver;
  // Two presses within one millisecond are one to GLFW; nobody types so fast.
  driver.keys("--delay 4" + times("shift+Right", 40));
  CHECK(event_of(settled_title(driver)) == 41);
}

TEST_CASE("space plays to the end and pauses") {
  if (skipped()) return;
  Driver driver;
  driver.keys("space");
  const int later = event_of(driver.title_when([](const auto& t) { return event_of(t) > 3; }));
  CHECK(later > 3);
  driver.keys("space");
  const std::string paused = settled_title(driver);
  std::this_thread::sleep_for(std::chrono::milliseconds(1200));
  CHECK(driver.title() == paused);
}

TEST_CASE("a step changes timeline, listing and narration, and leaves the lessons alone") {
  if (skipped()) return;
  Driver driver;
  const Picture before = settled_picture(driver);
  driver.keys(times("Right", 12));
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 6/"));
  const Picture after = settled_picture(driver);
  CHECK(change(after, before, {0, 60, 230, 640}) == 0);
  CHECK(change(after, before, {240, 60, 900, 600}) > 500);
  CHECK(change(after, before, {1175, 60, 420, 460}) > 200);
}

TEST_CASE("C, T, H and D change what is seen") {
  if (skipped()) return;
  Driver driver;
  driver.keys(times("Right", 8));
  Picture last = settled_picture(driver);
  for (const char* key : {"t", "h", "c", "l", "o", "w", "d"}) {
    INFO(key);
    driver.keys(key);
    Picture now = settled_picture(driver);
    CHECK(change(now, last) > 300);
    last = std::move(now);
  }
  CHECK(last.brightness_at(5, 5) < 60);  // D made it dark
}

TEST_CASE("characters are heard right after keys that give none") {
  if (skipped()) return;
  Driver driver;
  const auto after = [&driver](const char* key, const char* character) {
    driver.keys(key);
    const Picture before = settled_picture(driver);
    driver.keys(character);
    return change(settled_picture(driver), before);
  };
  CHECK(after("Right", "question") > 50'000);
  driver.keys("Escape");
  CHECK(after("Home", "plus") > 5'000);
  CHECK(after("F5", "period") > 100'000);  // black
}

TEST_CASE("G goes to a step, ? shows the keys, Esc closes them") {
  if (skipped()) return;
  Driver driver;
  driver.keys("g");
  driver.type("8");
  driver.keys("Return");
  CHECK_THAT(settled_title(driver), ContainsSubstring("step 8/13"));
  const Picture plain = settled_picture(driver);
  driver.keys("question");
  CHECK(change(settled_picture(driver), plain) > 50'000);
  driver.keys("Escape");
  CHECK(change(settled_picture(driver), plain) == 0);
}

TEST_CASE("a slider dragged runs the scenario anew, and Ctrl+Z takes it back") {
  if (skipped()) return;
  Driver driver;
  driver.keys("End");
  const std::string title = settled_title(driver);
  CHECK_THAT(title, ContainsSubstring("· 3 s"));
  const Picture before = settled_picture(driver);
  driver.drag(80, 788, 150, 788);
  CHECK(change(settled_picture(driver), before, {240, 60, 900, 600}) > 500);
  CHECK(driver.title() != title);
  driver.keys("ctrl+z");
  CHECK(settled_title(driver) == title);
}

TEST_CASE("Ctrl+E exports what is shown") {
  if (skipped()) return;
  Driver driver;
  const auto path = driver.folder() / "out.svg";
  driver.keys("ctrl+e");
  driver.keys("ctrl+a");
  driver.type(path.string());
  driver.keys("Return");
  for (int i = 0; i < 100 && !std::filesystem::exists(path); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(std::filesystem::exists(path));
}

TEST_CASE("idle, it uses no processor") {
  if (skipped()) return;
  Driver driver;
  settle(driver);
  const double before = driver.processor_seconds();
  std::this_thread::sleep_for(std::chrono::seconds(5));
  const double used = driver.processor_seconds() - before;
  std::printf("processor time in 5 s of idling: %.2f s\n", used);
  CHECK(used < 0.1);
}

TEST_CASE("it is drawn whole in small and large windows and at a scale of two") {
  if (skipped()) return;
  for (const Setup& setup : {Setup{1280, 800, 96, {}}, Setup{1920, 1080, 96, {}},
                             Setup{1920, 1200, 192, {}}, Setup{900, 600, 96, {}}}) {
    INFO(setup.width << " x " << setup.height << " at " << setup.dpi << " dpi");
    Driver driver(setup);
    driver.keys(times("Right", 8));
    const Picture picture = settled_picture(driver);
    CHECK(picture.width == setup.width);
    CHECK(picture.height == setup.height);
    CHECK(picture.colours() > 100);
    // The rule under the header.
    const int rule = 52 * setup.dpi / 96 - 1;
    CHECK(picture.brightness_at(5, rule) != picture.brightness_at(5, rule - 8));
    CHECK(picture.brightness_at(5, rule - 8) == picture.brightness_at(5, 8));
  }
}

TEST_CASE("made small it is as if it had begun so, and made large again nothing is lost") {
  if (skipped()) return;
  constexpr Part kBesideListing{0, 0, 1170};  // which is scrolled as far as it was
  const auto walk = [](Driver& driver) {
    driver.keys("Home");
    settle(driver);
    for (int i = 0; i < 8; ++i) {  // each stop is drawn: the listing follows them
      driver.keys("Right");
      settle(driver);
    }
    driver.click(4, 50);  // nothing is there, in any size
    return settled_picture(driver);
  };
  Driver driver;
  const Picture large = walk(driver);
  driver.resize(900, 600);
  const Picture small = walk(driver);
  driver.resize(1600, 1000);
  CHECK(change(settled_picture(driver), large, kBesideListing) == 0);
  Driver begun_small({900, 600, 96, {}});
  CHECK(change(walk(begun_small), small) == 0);
}

TEST_CASE("what was set is there again at the next start") {
  if (skipped()) return;
  Driver driver;
  driver.keys("d ctrl+Down ctrl+q");
  CHECK(driver.child().wait_for_end(5) == 0);
  driver.start();
  CHECK_THAT(driver.title(), !ContainsSubstring("boiling-water"));
  CHECK(settled_picture(driver).brightness_at(5, 5) < 60);
}

TEST_CASE("without a display it says so and ends with status 2") {
  if (!std::filesystem::exists(Driver::program())) {
    WARN("SKIPPED: the program is not built");
    return;
  }
  Child child({Driver::program()}, {"DISPLAY", "WAYLAND_DISPLAY"});
  CHECK(child.wait_for_end(10) == 2);
}

}  // namespace
}  // namespace interleave::driven
