#include "app/trace/output_words.h"

#include "tests/catch.h"

using namespace interleave;

using Gist = std::vector<std::string>;

TEST_CASE("the gist of a line is its number with the word that it counts") {
  CHECK(gist_of("reading page 1") == Gist{"page 1", "1"});
  CHECK(gist_of("reading new message 3") == Gist{"message 3", "3"});
  CHECK(gist_of("tick 12") == Gist{"tick 12", "12"});
  CHECK(gist_of("job 2 done") == Gist{"job 2", "2"});
  CHECK(gist_of("VIP list: customer 4") == Gist{"customer 4", "4"});
  CHECK(gist_of(" -- generated item 7") == Gist{"item 7", "7"});
  CHECK(gist_of("counter: 5") == Gist{"counter 5", "5"});
}

TEST_CASE("a length of time keeps its unit") {
  CHECK(gist_of("boiling for 1 sec") == Gist{"1 sec", "1"});
}

TEST_CASE("a line without a number stands for itself, then its first word") {
  CHECK(gist_of("first hello") == Gist{"first hello", "first"});
  CHECK(gist_of("München") == Gist{"München"});
  CHECK(gist_of("a line that is much too long to stand on a span") == Gist{"a"});
  CHECK(gist_of("---").empty());
  CHECK(gist_of("").empty());
}
