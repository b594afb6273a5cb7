#include "app/session/view_motion.h"

#include <cmath>

#include "tests/catch.h"

namespace interleave {
namespace {

constexpr std::int64_t kMs = 1'000'000;

bool near(double a, double b, double within) { return std::abs(a - b) <= within; }

TEST_CASE("a motion comes nearer all the time and ends exactly where it was sent") {
  ViewMotion motion;
  motion.go({0, 1000}, {400, 500});
  REQUIRE(motion.moving());
  double last = 1000;
  int frames = 0;
  while (motion.moving()) {
    CHECK(motion.advance(16 * kMs));
    CHECK(motion.shown().width() < last);
    CHECK(motion.shown().width() > 99);
    last = motion.shown().width();
    REQUIRE(++frames < 60);
  }
  CHECK(near(last, 100, 0.1));
  CHECK_FALSE(motion.advance(16 * kMs));
}

TEST_CASE("most of the way is gone in 100 ms, at any rate of frames") {
  for (const std::int64_t frame_ms : {1, 10, 50}) {
    ViewMotion motion;
    motion.go({0, 1000}, {1000, 2000});
    for (std::int64_t t = 0; t < 100; t += frame_ms) {
      (void)motion.advance(frame_ms * kMs);
    }
    INFO(frame_ms);
    CHECK(near(motion.shown().from, 902, 2));
  }
}

TEST_CASE("what is under the cursor stays there while it zooms") {
  const AxisStretch shown{0, 1000};
  const AxisStretch target = zoomed(shown, shown, 8, 250, 1, 1000);
  CHECK(near((250 - target.from) / target.width(), 0.25, 1e-9));
  ViewMotion motion;
  motion.go(shown, target);
  while (motion.advance(10 * kMs)) {
    CHECK(near((250 - motion.shown().from) / motion.shown().width(), 0.25, 1e-6));
  }
}

TEST_CASE("a second input goes on from what is on screen") {
  ViewMotion motion;
  motion.go({0, 1000}, {400, 500});
  (void)motion.advance(30 * kMs);
  const AxisStretch shown = motion.shown();
  // The widths of both notches count; the place is that on screen.
  const AxisStretch target = zoomed(shown, {400, 500}, 2, shown.from + shown.width() / 4, 1, 1000);
  CHECK(near(target.width(), 50, 1e-9));
  CHECK(near((shown.from + shown.width() / 4 - target.from) / 50, 0.25, 1e-9));
  motion.go(shown, target);
  CHECK(motion.shown() == shown);
}

TEST_CASE("at the limits nothing moves") {
  const AxisStretch closest{300, 310};
  CHECK(zoomed(closest, closest, 4, 309, 10, 1000) == closest);
  const AxisStretch all{0, 1000};
  CHECK(zoomed(all, all, 0.5, 700, 10, 1000) == all);
  CHECK(panned({900, 1000}, 50, 1000) == AxisStretch{900, 1000});
  CHECK(panned({0, 100}, -50, 1000) == AxisStretch{0, 100});
  CHECK(panned({0, 100}, 50, 1000) == AxisStretch{50, 150});
}

TEST_CASE("zooming out at an edge ends with all of it") {
  AxisStretch view{900, 1000};
  for (int i = 0; i < 20; ++i) {
    const double before = view.width();
    view = zoomed(view, view, 0.7, 1000, 1, 1000);
    CHECK(view.from >= 0);
    CHECK(view.to <= 1000);
    CHECK(view.width() >= before);
  }
  CHECK(view == AxisStretch{0, 1000});
}

}  // namespace
}  // namespace interleave
