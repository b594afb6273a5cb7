#include "app/session/tally.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace interleave {

namespace {

const char* word_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::right:
      return "right";
    case Verdict::near:
      return "near";
    case Verdict::wrong:
      return "wrong";
    case Verdict::skipped:
      return "skipped";
    case Verdict::shown:
      return "shown";
  }
  return "";
}

/// "2026-11-20T19:28:13Z".
std::string time_text(std::int64_t time_s) {
  using namespace std::chrono;  // NOLINT: names of the calendar
  const sys_seconds at{seconds{time_s}};
  const auto day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss time{at - day};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text.data();
}

/// A field, in quotes where it needs them.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    text += (text.empty() ? "" : "; ") + item;
  }
  return text;
}

}  // namespace

Score score_of(const std::vector<TallyRow>& tally) {
  Score score;
  for (const TallyRow& row : tally) {
    switch (row.verdict) {
      case Verdict::right:
        ++score.right;
        break;
      case Verdict::near:
        ++score.near;
        break;
      case Verdict::wrong:
        ++score.wrong;
        break;
      case Verdict::skipped:
      case Verdict::shown:
        ++score.skipped;
        break;
    }
  }
  return score;
}

std::string score_words(const Score& score) {
  std::string text;
  if (score.answered() > 0) {
    text = std::to_string(score.right) + " of " + std::to_string(score.answered()) + " right";
  }
  const auto add = [&](int count, const char* what) {
    if (count > 0) {
      text += (text.empty() ? "" : " · ") + std::to_string(count) + what;
    }
  };
  add(score.near, " near");
  add(score.skipped, " skipped");
  return text;
}

std::string tally_csv(const std::vector<TallyRow>& tally) {
  std::string csv = "time,scenario,mode,parameters,seq,question,choices,answer,truth,verdict\r\n";
  for (const TallyRow& row : tally) {
    const std::array<std::string, 10> fields = {time_text(row.time_s),
                                                row.scenario,
                                                row.mode,
                                                row.parameters,
                                                std::to_string(row.seq),
                                                row.question,
                                                joined(row.choices),
                                                row.answer,
                                                row.truth,
                                                word_for(row.verdict)};
    for (std::size_t i = 0; i < fields.size(); ++i) {
      csv += (i == 0 ? "" : ",") + field(fields.at(i));
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace interleave
