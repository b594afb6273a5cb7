#include "app/timeline/weave.h"

#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "tests/catch.h"

using namespace interleave;

TEST_CASE("in print the tasks that follow one another are each filled otherwise, on screens none") {
  std::set<std::tuple<float, float, bool>> looks;
  for (std::uint16_t task = 1; task <= 7; ++task) {
    const WeaveLook look = look_of(theme(ThemeId::print).weave({Role::task, task, 1}));
    looks.insert({look.across, look.upright, look.dots});
    CHECK(theme(ThemeId::light).weave({Role::task, task, 1}) == Weave::none);
  }
  CHECK(looks.size() == 7);
}

TEST_CASE("in print only what runs is woven: words, other states and other things are not") {
  const Theme& print = theme(ThemeId::print);
  CHECK(print.weave({Role::task, 3, 1}) != Weave::none);
  CHECK(print.weave({Role::task, 3, 0.3F}) == Weave::none);
  CHECK(print.weave({Role::ink, 3, 1}) == Weave::none);
  CHECK(print.weave({}) == Weave::none);
}

TEST_CASE("a weave keeps within its box, in its middle, and the narrowest bar has some") {
  for (const Box& box : {Box{3, 2, 40, 24}, Box{40, 5, 4, 27}, Box{7, 0, 1, 2}}) {
    for (const Weave weave : {Weave::across, Weave::upright, Weave::dots, Weave::grid,
                              Weave::wide_across, Weave::wide_upright}) {
      const WeaveMarks marks = weave_marks(weave, box, 1);
      CHECK(marks.lines.size() + marks.dots.size() > 0);
      std::vector<Point> points = marks.dots;
      for (const auto& line : marks.lines) {
        points.insert(points.end(), line.begin(), line.end());
      }
      float x = 0;
      for (const Point& p : points) {
        CHECK((p.x >= box.x && p.x <= box.right() && p.y >= box.y && p.y <= box.bottom()));
        x += p.x / static_cast<float>(points.size());
      }
      CHECK(std::abs(x - box.x - box.width / 2) < 0.01F);
    }
  }
  CHECK(weave_marks(Weave::none, {0, 0, 50, 50}, 1).lines.empty());
}

TEST_CASE("in a circle a weave keeps within it") {
  const Point centre{10, 20};
  for (const Weave weave : {Weave::across, Weave::upright, Weave::dots, Weave::grid}) {
    const WeaveMarks marks = weave_marks(weave, centre, 6);
    CHECK(marks.lines.size() + marks.dots.size() > 0);
    for (const auto& line : marks.lines) {
      for (const Point& end : line) {
        CHECK(std::hypot(end.x - centre.x, end.y - centre.y) <= 6.01F);
      }
    }
  }
}
