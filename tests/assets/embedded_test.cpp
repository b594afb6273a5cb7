#include "assets/embedded.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/catch.h"

using interleave::embedded;
using interleave::embedded_paths;
using interleave::is_embedded;

TEST_CASE("a file of the repository is embedded byte for byte") {
  std::ifstream file(INTERLEAVE_SOURCE_DIR "/assets/icons/interleave.svg", std::ios::binary);
  REQUIRE(file);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  CHECK(embedded("icons/interleave.svg") == content);
}

TEST_CASE("the fonts are embedded as fonts") {
  for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"}) {
    CHECK(embedded("fonts/Inter-" + std::string(weight) + ".otf").starts_with("OTTO"));
  }
  for (const char* weight : {"Regular", "Bold"}) {
    const std::string_view font = embedded("fonts/JetBrainsMono-" + std::string(weight) + ".ttf");
    CHECK(font.starts_with(std::string_view("\0\1\0\0", 4)));
  }
}

TEST_CASE("the fonts' licence goes with them") {
  CHECK(embedded("LICENSE").find("SIL OPEN FONT LICENSE") != std::string_view::npos);
}

TEST_CASE("the list of embedded files is sorted, and each of them can be had") {
  CHECK(std::ranges::is_sorted(embedded_paths()));
  for (const std::string_view path : embedded_paths()) {
    INFO(path);
    CHECK(is_embedded(path));
    CHECK_NOTHROW(embedded(path));
  }
}

TEST_CASE("an unknown path is refused by name") {
  CHECK_FALSE(is_embedded("fonts/Inter.otf"));
  CHECK_FALSE(is_embedded(""));
  CHECK_FALSE(is_embedded("zzz"));
  CHECK_THROWS_AS(embedded("zzz"), std::out_of_range);
  CHECK_THROWS_WITH(embedded("fonts/Inter.otf"),
                    Catch::Matchers::ContainsSubstring("fonts/Inter.otf"));
}
