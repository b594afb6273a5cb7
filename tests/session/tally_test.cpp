#include "app/session/tally.h"

#include "tests/catch.h"

namespace interleave {
namespace {

TallyRow row_of(Verdict verdict) {
  TallyRow row;
  row.time_s = 1'795'203'493;
  row.scenario = "boiling-water";
  row.mode = "concurrent";
  row.parameters = "pages=4 page_time=0.2";
  row.seq = 38;
  row.question = "Who has the thread next?";
  row.choices = {"main", "reading_book"};
  row.answer = "main";
  row.truth = "reading_book";
  row.verdict = verdict;
  return row;
}

TEST_CASE("an empty tally is its line of names") {
  CHECK(tally_csv({}) ==
        "time,scenario,mode,parameters,seq,question,choices,answer,truth,verdict\r\n");
}

TEST_CASE("a question is a line, ended by CR LF, its time in UTC") {
  const std::string csv = tally_csv({row_of(Verdict::wrong)});
  CHECK(csv.substr(csv.find('\n') + 1) ==
        "2026-11-20T19:38:13Z,boiling-water,concurrent,pages=4 page_time=0.2,38,"
        "Who has the thread next?,main; reading_book,main,reading_book,wrong\r\n");
}

TEST_CASE("commas, quotes and line ends are quoted as RFC 4180 has it") {
  TallyRow row = row_of(Verdict::right);
  row.answer = "say \"hello\", then\nstop";
  const std::string csv = tally_csv({row});
  CHECK(csv.find("\"say \"\"hello\"\", then\nstop\"") != std::string::npos);
}

TEST_CASE("skips and truths shown without an answer are counted apart") {
  const Score score =
      score_of({row_of(Verdict::right), row_of(Verdict::wrong), row_of(Verdict::near),
                row_of(Verdict::skipped), row_of(Verdict::shown)});
  CHECK(score.right == 1);
  CHECK(score.answered() == 3);
  CHECK(score.skipped == 2);
  CHECK(score_words(score) == "1 of 3 right · 1 near · 2 skipped");
  CHECK(score_words({}).empty());
}

}  // namespace
}  // namespace interleave
