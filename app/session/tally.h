#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/trace/trace.h"

namespace interleave {

/// What came of a question. `shown`: the truth was told without an answer.
enum class Verdict : std::uint8_t { right, near, wrong, skipped, shown };

/// One question and what came of it.
struct TallyRow {
  /// When it was decided: seconds since 1970, UTC.
  std::int64_t time_s = 0;
  std::string scenario;
  std::string mode;
  /// "pages=4 page_time=0.2".
  std::string parameters;
  Seq seq = 0;
  std::string question;
  /// In the order in which they were shown.
  std::vector<std::string> choices;
  std::string answer;
  std::string truth;
  Verdict verdict = Verdict::right;

  friend bool operator==(const TallyRow&, const TallyRow&) = default;
};

struct Score {
  int right = 0;
  int near = 0;
  int wrong = 0;
  /// Skipped, or shown without an answer: they count neither way.
  int skipped = 0;

  [[nodiscard]] int answered() const { return right + near + wrong; }
};
[[nodiscard]] Score score_of(const std::vector<TallyRow>& tally);
/// "3 of 4 right · 1 near · 2 skipped"; empty where there is nothing to count.
[[nodiscard]] std::string score_words(const Score& score);

/// The tally as RFC 4180 has it: a line of names, then a line a question, ended by CR LF; UTF-8.
[[nodiscard]] std::string tally_csv(const std::vector<TallyRow>& tally);

}  // namespace interleave
