#include "tests/export/baseline.h"

#include "app/export/text_timeline.h"
#include "app/export/writers.h"
#include "tests/catch.h"
#include "tests/export/image.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("the comparison's SVG is the approved one") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  const std::string svg = make_svg(exported.request).value();
  CHECK(svg == approved("boiling-water.svg", svg));
}

TEST_CASE("a single run's SVG on the steps axis is the approved one") {
  Exported exported = export_of("boiling-water", {"concurrent"});
  exported.request.axis = Axis::steps;
  exported.request.until_step = 8;
  exported.request.theme = ThemeId::dark;
  const std::string svg = make_svg(exported.request).value();
  CHECK(svg == approved("boiling-water-steps.svg", svg));
}

TEST_CASE("timelines in text are the approved ones") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  std::string text;
  for (const Axis axis : {Axis::time, Axis::steps}) {
    for (const bool ascii : {false, true}) {
      TextStyle style;
      style.axis = axis;
      style.ascii = ascii;
      style.width = 96;
      text += text_timeline(exported.request.runs, style) + "\n";
    }
  }
  CHECK(text == approved("boiling-water.txt", text));
}

TEST_CASE("the trace's JSON Lines are the approved ones") {
  const Exported exported = export_of("boiling-water", {"concurrent"});
  const std::string lines = make_jsonl(exported.request).value();
  CHECK(lines == approved("boiling-water.jsonl", lines));
}

TEST_CASE("the picture is the approved one, but for what another cairo draws otherwise") {
  Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  exported.request.width = 960;
  exported.request.height = 540;
  const std::string png = make_png(exported.request).value();
  const Image now = read_png(png);
  const Image before = read_png(approved("boiling-water.png", png));
  REQUIRE(now.width == before.width);
  REQUIRE(now.height == before.height);
  // A pixel counts as different from a quarter of the range on; one in two hundred may be.
  CHECK(different_pixels(now, before, 64) * 200 <= now.width * now.height);
}
