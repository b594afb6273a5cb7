#include "app/export/view_json.h"

#include "tests/catch.h"

using namespace interleave;
using Catch::Matchers::StartsWith;

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
