#include "app/export/embedded_view.h"

#include "app/export/formats.h"
#include "app/export/view_of_picture.h"
#include "tests/catch.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

ExportRequest small(const Exported& exported, const char* format) {
  ExportRequest request = exported.request;
  request.width = 400;
  request.height = 300;
  request.format = format;
  return request;
}

}  // namespace

TEST_CASE("a picture of every kind brings back what it shows") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  for (const char* format : {"png", "svg", "pdf", "gif"}) {
    ExportRequest request = small(exported, format);
    request.axis = Axis::steps;
    request.span = {Axis::steps, 3, 9};
    request.playhead = 39;
    request.selected = 2;
    request.sheet = format == std::string("gif") ? Sheet::storyboard : Sheet::picture;
    INFO(format);
    const std::string bytes = export_bytes(request).value();
    CHECK(looks_like_picture(bytes));
    const Result<PictureView> view = view_in_picture(bytes);
    REQUIRE(view);
    CHECK(view.value() == view_of_picture(request));
    CHECK(view.value().scenario == "boiling-water");
    CHECK(view.value().runs.at(1).mode == "concurrent");
    CHECK(view.value().playhead == 39);
    CHECK(view.value().from > 0);
  }
}

TEST_CASE("pictures cut short or from elsewhere are refused, and nothing crashes") {
  const Exported exported = export_of("hello", {"concurrent"});
  for (const char* format : {"png", "svg", "pdf", "gif"}) {
    const std::string bytes = export_bytes(small(exported, format)).value();
    for (std::size_t length = 0; length < std::min<std::size_t>(bytes.size(), 1200); ++length) {
      static_cast<void>(view_in_picture(bytes.substr(0, length)));
    }
  }
  CHECK_FALSE(view_in_picture(""));
  CHECK(view_in_picture("GIF89a").error().find("holds no view") != std::string::npos);
  CHECK(view_in_picture("<svg></svg>").error().find("holds no view") != std::string::npos);
  CHECK(view_in_picture("%PDF-1.5 …").error().find("holds no view") != std::string::npos);
  const std::string long_chunk = std::string("\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXtabcd", 20);
  CHECK(view_in_picture(long_chunk).error().find("cut short") != std::string::npos);
}
