#include <iostream>

#include "tests/catch.h"
#include "tests/differential/judge.h"

namespace interleave::differential {

TEST_CASE("every listing does on CPython what its coroutines do here") {
  const std::vector<Case> cases = all_cases();
  const auto judged = judged_by_cpython(cases);
  if (!judged) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  std::size_t events = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].name());
    const Events here = ours(cases[i]);
    CHECK(difference((*judged)[i], here) == "");
    events += here.size();
  }
  std::cout << cases.size() << " programs, " << events << " events compared with CPython's\n";
  CHECK(cases.size() > 100);
}

TEST_CASE("the comparison notices a changed field, a missing event and another warning") {
  const auto event = [](const char* text) { return nlohmann::ordered_json::parse(text); };
  const Events trace = {
      event(R"({"seq":0,"t_ns":0,"iteration":0,"step":0,"kind":"program_started"})"),
      event(R"({"seq":1,"t_ns":5,"iteration":1,"step":1,"kind":"output","task":1,"text":"a"})"),
      event(R"({"seq":2,"t_ns":5,"iteration":1,"step":1,"kind":"warning","text":"w"})"),
  };
  CHECK(difference(trace, trace).empty());

  Events changed = trace;
  changed[1]["t_ns"] = 6;
  CHECK_FALSE(difference(trace, changed).empty());

  Events without = trace;
  without.erase(without.begin() + 1);
  CHECK_FALSE(difference(trace, without).empty());

  Events warned = trace;
  warned[2]["text"] = "another";
  CHECK_FALSE(difference(trace, warned).empty());

  Events labelled = trace;
  labelled[1]["label"] = "no matter";
  CHECK(difference(trace, labelled).empty());
}

}  // namespace interleave::differential
