#include "tests/bench/table.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"

namespace interleave::bench {

namespace {

const std::vector<Row> kRows = {
    {"a switch", "ns", "a ring", 10, 2.5, 8, 5},
    {"a task", "ns", "CPython", 100, 1'000, 1.0 / 40},
    {"without a reference", "ns", "CPython", 1, 0, 1},
};

}  // namespace

TEST_CASE("the bench's JSON has its rows, each with six fields and no other") {
  const auto json = nlohmann::ordered_json::parse(as_json(kRows));
  REQUIRE(json.size() == 1);
  REQUIRE(json.at("rows").size() == kRows.size());
  for (const auto& row : json["rows"]) {
    std::vector<std::string> fields;
    for (const auto& [name, value] : row.items()) {
      fields.push_back(name);
    }
    CHECK(fields == std::vector<std::string>{"name", "ours", "reference", "ratio", "goal", "met"});
  }
  CHECK(json["rows"][0]["name"] == "a switch");
  CHECK(json["rows"][0]["ratio"] == 4.0);
  CHECK(json["rows"][0]["met"] == true);
  CHECK(json["rows"][1]["met"] == false);
  CHECK(json["rows"][2]["ratio"].is_null());
  CHECK(json["rows"][2]["met"] == false);
}

TEST_CASE("the bench's tables say which goal is met, and which is not") {
  const std::string text = as_text(kRows);
  CHECK(text.find("met, aim too") != std::string::npos);
  CHECK(text.find("1/10") != std::string::npos);
  CHECK(text.find("MISSED") != std::string::npos);
  const std::string markdown = as_markdown(kRows, "a machine");
  CHECK(markdown.find("on a machine\n") != std::string::npos);
  CHECK(markdown.find("| a switch | 10.0 ns | a ring: 2.5 ns | 4.0 | 8.0 | 5.0 | met, aim too |") !=
        std::string::npos);
}

}  // namespace interleave::bench
