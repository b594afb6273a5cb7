// Every small program of these tests, held against CPython event by event.

#include "tests/catch.h"
#include "tests/differential/judge.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

TEST_CASE("every small program does on CPython what it does here") {
  std::vector<differential::Asked> asked;
  for (const Sample* sample : samples()) {
    asked.push_back({std::string(sample->name()), std::string(sample->listing())});
  }
  const auto judged = differential::recorded(asked);
  if (!judged) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    INFO(asked[i].name);
    CHECK(differential::difference((*judged)[i], differential::told_by(samples()[i]->run())) == "");
  }
}

}  // namespace interleave::test
