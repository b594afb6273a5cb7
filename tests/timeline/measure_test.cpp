#include "app/timeline/measure.h"

#include "tests/timeline/approx.h"

using namespace interleave;

TEST_CASE("a text is as wide as its letters") {
  const Measure& measure = embedded_measure();
  const float a = measure.width("a", Face::regular, 10);
  CHECK(a > 3);
  CHECK(a < 8);
  CHECK(measure.width("aa", Face::regular, 10) == Approx(2 * a));
  CHECK(measure.width("aa", Face::regular, 20) == Approx(4 * a));
  CHECK(measure.width("iiii", Face::mono, 10) == Approx(measure.width("WWWW", Face::mono, 10)));
}

TEST_CASE("letters beyond ASCII have a width of their own") {
  const Measure& measure = embedded_measure();
  CHECK(measure.width("é", Face::regular, 10) ==
        Approx(measure.width("e", Face::regular, 10)).margin(1.5));
  CHECK(measure.width("…", Face::regular, 10) > 3);
}

TEST_CASE("names that differ at their ends alone do so shortened, too") {
  const Measure& measure = embedded_measure();
  const auto name = [&](const std::string& end, float room) {
    return shortened_inside(measure, "handle_request_of_customer_numbér_" + end, Face::semibold, 14,
                            room);
  };
  for (const float room : {130.0F, 150.0F, 200.0F}) {
    CHECK(name("1", room) != name("2", room));
    CHECK(name("1", room).ends_with("mbér_1"));
    CHECK(measure.width(name("1", room), Face::semibold, 14) <= room);
  }
  CHECK(name("1", 60).ends_with("…"));
  CHECK(shortened_inside(measure, "two", Face::semibold, 14, 100) == "two");
}

TEST_CASE("a text that does not fit is shortened, and left out where nothing fits") {
  const Measure& measure = embedded_measure();
  const float all = measure.width("checking_messages", Face::semibold, 14);
  CHECK(shortened(measure, "checking_messages", Face::semibold, 14, all) == "checking_messages");
  const std::string shorter = shortened(measure, "checking_messages", Face::semibold, 14, all / 2);
  CHECK(shorter.substr(0, 4) == "chec");
  CHECK(shorter.substr(shorter.size() - 3) == "…");
  CHECK(measure.width(shorter, Face::semibold, 14) <= all / 2);
  CHECK(shortened(measure, "checking_messages", Face::semibold, 14, 3).empty());
}
