#include "app/window/code_rows.h"

#include <string>

#include "tests/catch.h"

namespace interleave {
namespace {

std::size_t nothing(std::uint16_t /*number*/) { return 0; }

TEST_CASE("a line that fits is one row") {
  const std::vector<std::string_view> lines = {"async def main():", "", "    await task"};
  const auto rows = code_rows(lines, 40, nothing);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].text == lines[0]);
  CHECK((rows[2].first && rows[2].last && rows[2].number == 3));
}

TEST_CASE("a long line goes on further in, and nothing of it is lost but spaces") {
  const std::vector<std::string_view> lines = {
      "    await asyncio.gather(boiling_water(), reading_book(4))"};
  for (std::size_t columns = 12; columns < 70; ++columns) {
    std::string joined;
    for (const CodeRow& row : code_rows(lines, columns, nothing)) {
      INFO(columns << ": " << row.text);
      CHECK(row.indent + row.text.size() <= columns);
      joined += row.text;
    }
    std::erase(joined, ' ');
    CHECK(joined == "awaitasyncio.gather(boiling_water(),reading_book(4))");
  }
  const auto rows = code_rows(lines, 42, nothing);
  CHECK(rows[0].text == "    await asyncio.gather(boiling_water(), ");
  CHECK((rows[1].indent == 8 && rows[1].text == "reading_book(4))" && !rows[1].first));
}

TEST_CASE("behind the last row of a line stays free what is asked for") {
  const std::vector<std::string_view> lines = {"            await asyncio.sleep(0)", "x"};
  const auto free = [](std::uint16_t number) { return std::size_t{number == 1 ? 11U : 0U}; };
  CHECK(code_rows(lines, 45, free).size() == 2);
  const auto rows = code_rows(lines, 40, free);
  REQUIRE(rows.size() == 3);
  CHECK((rows[0].text == lines[0] && rows[0].first && !rows[0].last));
  CHECK((rows[1].text.empty() && !rows[1].first && rows[1].last));
  CHECK(rows_of_line(rows, 1) == std::pair<std::size_t, std::size_t>(0, 2));
  CHECK(rows_of_line(rows, 2) == std::pair<std::size_t, std::size_t>(2, 3));
}

}  // namespace
}  // namespace interleave
