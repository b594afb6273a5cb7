#include "app/window/presentation.h"

#include <array>

#include "tests/catch.h"

namespace interleave {
namespace {

std::array<Box, 6> boxes_of(const Presentation& p) {
  return {p.header, p.timeline, p.listing, p.queue, p.narration, p.scrubber};
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

TEST_CASE("presentation at 1920 x 1080") {
  const Presentation p = presentation(1920, 1080, 1);
  CHECK(p.margin == 32);
  CHECK((p.header.y == 0 && p.header.bottom() == 64));
  CHECK((p.title_size == 28 && p.position_size == 24));
  CHECK((p.timeline.x == 32 && p.timeline.right() == 1240));
  CHECK((p.timeline.y == 64 && p.timeline.bottom() == 800));
  CHECK((p.name_width == 280 && p.name_size == 24));
  CHECK((p.lane_pitch == 72 && p.bar_height == 40 && p.least_pitch == 48));
  CHECK((p.listing.x == 1264 && p.listing.right() == 1888));
  CHECK((p.code_size == 22 && p.code_pitch == 31));
  CHECK((p.queue.x == 1264 && p.queue.right() == 1888 && p.queue.bottom() == 800));
  CHECK(p.queue_size == 22);
  CHECK((p.narration.y == 816 && p.narration.bottom() == 1000));
  CHECK((p.told_size == 32 && p.next_size == 24));
  CHECK((p.scrubber.y == 1012 && p.scrubber.bottom() == 1064));
}

TEST_CASE("presentation of one run at 1280 x 800") {
  const Presentation p = presentation(1280, 800, 1);
  CHECK(p.margin == 20);
  CHECK(p.header.bottom() == 48);
  CHECK((p.timeline.x == 20 && p.timeline.right() == 760 && p.timeline.bottom() == 588));
  CHECK((p.listing.x > 760 && p.listing.right() == 1260));
  CHECK((p.code_size == 20 && p.code_pitch == 28));
  CHECK((p.queue.y >= p.listing.bottom() && p.queue.bottom() == 588));
  CHECK((p.narration.y == 596 && p.narration.bottom() == 728));
  CHECK((p.told_size == 26 && p.next_size == 20));
  CHECK((p.scrubber.y == 740 && p.scrubber.bottom() == 784));
}

TEST_CASE("presentation of a comparison at 1280 x 800") {
  const Presentation p = presentation(1280, 800, 2);
  CHECK(p.stacked);
  CHECK((p.timeline.x == 20 && p.timeline.right() == 1260 && p.lane_pitch == 44));
  CHECK(p.listing.y >= p.timeline.bottom());
  CHECK((p.listing.width == 1240 && p.listing.height >= 3 * p.code_pitch));
  CHECK((p.queue.y >= p.listing.bottom() && p.queue.height < 2 * p.code_pitch));
  CHECK(p.queue.bottom() == 588);
  CHECK_FALSE(presentation(1920, 1080, 2).stacked);
}

TEST_CASE("presentation leaves nothing out and lays nothing over another, in any window") {
  for (const auto& [width, height] : std::initializer_list<std::pair<float, float>>{{900, 560},
                                                                                    {900, 600},
                                                                                    {1024, 768},
                                                                                    {1280, 720},
                                                                                    {1280, 800},
                                                                                    {1366, 768},
                                                                                    {1440, 900},
                                                                                    {1600, 1000},
                                                                                    {1920, 1080},
                                                                                    {1920, 1200},
                                                                                    {2560, 1440},
                                                                                    {3440, 1440},
                                                                                    {3840, 2160}}) {
    for (const std::size_t runs : {1, 2, 3}) {
      INFO(width << " x " << height << ", runs " << runs);
      const Presentation p = presentation(width, height, runs);
      const auto boxes = boxes_of(p);
      for (std::size_t i = 0; i < boxes.size(); ++i) {
        INFO("box " << i);
        CHECK((boxes[i].x >= 0 && boxes[i].right() <= width + 0.01F));
        CHECK((boxes[i].y >= 0 && boxes[i].bottom() <= height + 0.01F));
        CHECK((boxes[i].width > 200 && boxes[i].height >= 40));
        for (std::size_t j = 0; j < i; ++j) {
          CHECK_FALSE(overlap(boxes[i], boxes[j]));
        }
      }
      CHECK(p.name_size >= 20);
      CHECK(p.told_size >= 26);
      CHECK(p.listing.height >= 2 * p.code_pitch);
    }
  }
}

TEST_CASE("presentation on a display of twice the pixels is twice as large") {
  const Presentation once = presentation(1920, 1080, 2);
  const Presentation twice = presentation(3840, 2160, 2);
  CHECK(twice.name_size == 2 * once.name_size);
  CHECK(twice.told_size == 2 * once.told_size);
  CHECK(twice.narration.height == 2 * once.narration.height);
  CHECK(twice.timeline.width == 2 * once.timeline.width);
}

TEST_CASE("lessons, sliders and buttons are away in presentation") {
  const Presentation p = presentation(1280, 800, 1);
  for (const char* away : {"lessons", "parameters", "transport", "output"}) {
    CHECK(place_of(p, away).box.width == 0);
  }
  CHECK(place_of(p, "timeline").zoom * 14 == 20);
  CHECK(place_of(p, "narration").zoom * 15 == 26);
}

}  // namespace
}  // namespace interleave
