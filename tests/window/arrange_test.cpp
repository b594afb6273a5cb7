#include "app/window/arrange.h"

#include <array>

#include "tests/catch.h"

namespace interleave {
namespace {

// The window's own panels, as they ask at most.
constexpr std::array<Need, 10> kNeeds = {{{Column::top, 52, 52, 0, true},
                                          {Column::left, 900, 160, 1, true},
                                          {Column::left, 320, 110, 0, true},
                                          {Column::middle, 420, 220, 1, true},
                                          {Column::middle, 148, 92, 0, true},
                                          {Column::middle, 68, 58, 0, true},
                                          {Column::middle, 76, 50, 0, true},
                                          {Column::right, 560, 130, 0, true},
                                          {Column::right, 320, 160, 0, true},
                                          {Column::right, 200, 110, 1, true}}};

bool overlap(const Box& a, const Box& b) {
  constexpr float kSlack = 0.01F;
  return a.x + kSlack < b.right() && b.x + kSlack < a.right() && a.y + kSlack < b.bottom() &&
         b.y + kSlack < a.bottom();
}

void check(float width, float height, std::span<const Need> needs) {
  INFO(width << " x " << height);
  const Arrangement places = arrange(width, height, needs);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const Box& box = places.panels[i];
    if (!needs[i].shown) {
      CHECK(box.width == 0);
      continue;
    }
    CHECK(box.x >= 0);
    CHECK(box.y >= 0);
    CHECK(box.right() <= width + 0.01F);
    CHECK(box.bottom() <= height + 0.01F);
    CHECK(box.height >= needs[i].least - 0.01F);
    for (std::size_t j = 0; j < i; ++j) {
      CHECK_FALSE(overlap(box, places.panels[j]));
    }
  }
}

TEST_CASE("no panel overlaps another or leaves the window, from 900 x 600 up") {
  for (const auto& [width, height] : std::initializer_list<std::pair<float, float>>{
           {900, 600}, {1024, 768}, {1280, 800}, {1600, 1000}, {1920, 1080}, {3840, 2160}}) {
    check(width, height, kNeeds);
  }
}

TEST_CASE("panels that are hidden leave their place to the others") {
  auto needs = kNeeds;
  needs[7].shown = false;
  check(1280, 800, needs);
  for (std::size_t i = 7; i < 10; ++i) {
    needs[i].shown = false;
  }
  const Arrangement places = arrange(1280, 800, needs);
  CHECK(places.right.width == 0);
  CHECK(places.middle.right() == 1280);
}

TEST_CASE("a column is filled where a panel in it grows") {
  const Arrangement places = arrange(1600, 1400, kNeeds);
  CHECK(places.panels[2].bottom() == 1400);
  CHECK(places.panels[6].bottom() == 1400);
  CHECK(places.panels[9].bottom() == 1400);
}

TEST_CASE("the scale is what is asked for, unless nothing would fit") {
  CHECK(usable_scale(2, 3840, 2160) == 2);
  CHECK(usable_scale(1, 1600, 1000) == 1);
  CHECK(usable_scale(3, 900, 560) == 1);
}

}  // namespace
}  // namespace interleave
