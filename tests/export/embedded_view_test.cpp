#include "app/export/embedded_view.h"

#include "app/export/formats.h"
#include "tests/catch.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;
using Catch::Matchers::StartsWith;

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
  for (const char* format : {"png", "svg", "pdf"}) {
    ExportRequest request = small(exported, format);
    request.axis = Axis::steps;
    request.span = {Axis::steps, 3, 9};
    request.playhead = 39;
    request.selected = 2;
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

TEST_CASE("a view survives being written as JSON, whatever its names hold") {
  PictureView view;
  view.scenario = "a (b) \"c\" \\ <d> & \xC3\xA9\n";
  view.runs = {{"m", {{"x", 0.25}, {"y", 3}}}, {"n", {}}};
  view.focus = 1;
  view.from = 1.5;
  view.to = 2.25;
  const std::string json = view_as_json(view);
  CHECK(json.find_first_of("()\n") == std::string::npos);
  CHECK(view_from_json(json).value() == view);
}

TEST_CASE("what is wrong with a view is said") {
  const std::string good =
      R"({"version":1,"scenario":"s","runs":[{"mode":"m","settings":{}}],"focus":0,"playhead":0,)"
      R"("axis":"time","from":0,"to":0})";
  REQUIRE(view_from_json(good));
  const auto complaint = [&](std::string from, const std::string& to) {
    std::string json = good;
    json.replace(json.find(from), from.size(), to);
    const Result<PictureView> view = view_from_json(json);
    return view ? "" : view.error();
  };
  CHECK_THAT(complaint("}", ""), StartsWith("the view inside the picture is broken"));
  CHECK(complaint("\"version\":1", "\"version\":2").find("later") != std::string::npos);
  CHECK(complaint("\"focus\":0", "\"focus\":1").find("focus") != std::string::npos);
  CHECK(complaint("\"playhead\":0", "\"playhead\":-1").find("playhead") != std::string::npos);
  CHECK(complaint("\"playhead\":0", "\"playhead\":1e99").find("playhead") != std::string::npos);
  CHECK(complaint("\"axis\":\"time\"", "\"axis\":7").find("axis") != std::string::npos);
  CHECK(complaint("\"to\":0", "\"to\":-4").find("from") != std::string::npos);
  CHECK(complaint("[{", "[[[[[[[[[[{").find("deep") != std::string::npos);
  CHECK_FALSE(view_from_json(std::string(100'000, '[')));
  CHECK_FALSE(view_from_json(std::string(100'000, ' ')));
}

TEST_CASE("pictures cut short or from elsewhere are refused, and nothing crashes") {
  const Exported exported = export_of("hello", {"concurrent"});
  for (const char* format : {"png", "svg", "pdf"}) {
    const std::string bytes = export_bytes(small(exported, format)).value();
    for (std::size_t length = 0; length < std::min<std::size_t>(bytes.size(), 1200); ++length) {
      static_cast<void>(view_in_picture(bytes.substr(0, length)));
    }
  }
  CHECK_FALSE(view_in_picture(""));
  CHECK_FALSE(view_in_picture("GIF89a"));
  CHECK(view_in_picture("<svg></svg>").error().find("holds no view") != std::string::npos);
  CHECK(view_in_picture("%PDF-1.5 …").error().find("holds no view") != std::string::npos);
  const std::string long_chunk = std::string("\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXtabcd", 20);
  CHECK(view_in_picture(long_chunk).error().find("cut short") != std::string::npos);
}
