#include "app/import/file_kind.h"

#include "tests/catch.h"
#include "tests/import/files.h"

using namespace interleave;
using namespace interleave::test;

using Catch::Matchers::StartsWith;

TEST_CASE("what is no trace is called by its name, and what would be right is said") {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  CHECK_THAT(refusal_of(png), StartsWith("it is a PNG picture; a trace would be right"));
  CHECK_THAT(refusal_of(packed(png)), StartsWith("it is a PNG picture"));
  CHECK_THAT(refusal_of("\xff\xd8\xff\xe0"), StartsWith("it is a JPEG picture"));
  CHECK_THAT(refusal_of("<?xml version=\"1.0\"?>\n<svg/>"), StartsWith("it is an SVG picture"));
  CHECK_THAT(refusal_of("<?xml version=\"1.0\"?>\n<a/>"), StartsWith("it is XML"));
  CHECK_THAT(refusal_of(std::string("ab\0c", 4)), StartsWith("it is no text"));
}

TEST_CASE("what may be a trace is left to its readers") {
  for (const char* text : {"", "{}", "[", " \n{\"format\":\"interleave-trace\"}", "P", "<"}) {
    INFO(text);
    CHECK(kind_unlike_trace(text).empty());
  }
}
