#include "app/trace/result_note.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "app/trace/output_words.h"
#include "app/trace/words.h"

namespace interleave {

namespace {

constexpr std::size_t kLongestQuote = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// A number as it stands in a line: where, its value in nanoseconds were it seconds, and the value
/// of its last place.
struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::int64_t ns = 0;
  std::int64_t place_ns = 0;
  bool has_point = false;
};

Number number_at(std::string_view line, std::size_t begin) {
  Number number{.begin = begin, .end = begin, .place_ns = 1'000'000'000};
  for (std::size_t i = begin; i < line.size(); ++i) {
    if (line[i] == '.' && !number.has_point && i + 1 < line.size() && is_digit(line[i + 1])) {
      number.has_point = true;
      continue;
    }
    if (!is_digit(line[i]) || number.place_ns < 10 || number.ns > INT64_MAX / 100) {
      break;
    }
    if (number.has_point) {
      number.place_ns /= 10;
      number.ns += (line[i] - '0') * number.place_ns;
    } else {
      number.ns = number.ns * 10 + (line[i] - '0') * std::int64_t{1'000'000'000};
    }
    number.end = i + 1;
  }
  return number;
}

bool has_unit_after(std::string_view line, std::size_t end) {
  if (end < line.size() && line[end] == ' ') {
    ++end;
  }
  std::size_t stop = end;
  while (stop < line.size() && is_letter(line[stop])) {
    ++stop;
  }
  return is_time_unit(line.substr(end, stop - end));
}

bool tells(const Number& number, std::int64_t time_ns) {
  // Rounded either way, and up to a place off: the run counts whole nanoseconds, Python prints
  // floats.
  return std::abs(number.ns - time_ns) <= number.place_ns;
}

bool tells_time(const Trace& trace, const Event& event, std::string_view line,
                const Number& number) {
  if (!number.has_point) {
    return false;
  }
  if (has_unit_after(line, number.end) || tells(number, event.t_ns)) {
    return true;
  }
  const Seq created = event.task == kProgram ? trace.size() : trace.created_at(event.task);
  return created < trace.size() && tells(number, event.t_ns - trace[created].t_ns);
}

/// How many times more often each line was printed by the first run than by the second.
using Surplus = std::map<std::string, int>;

Surplus surplus_of(const Trace& one, const Trace& other) {
  Surplus lines;
  for (const std::uint32_t seq : one.outputs()) {
    ++lines[without_times(one, seq)];
  }
  for (const std::uint32_t seq : other.outputs()) {
    --lines[without_times(other, seq)];
  }
  return lines;
}

/// The part of a line in which it differs from another, in whole words.
std::string difference(std::string_view line, std::string_view from) {
  const auto [a, b] = std::mismatch(line.begin(), line.end(), from.begin(), from.end());
  auto begin = static_cast<std::size_t>(a - line.begin());
  while (begin > 0 && line[begin - 1] != ' ') {
    --begin;
  }
  const std::string_view rest = line.substr(begin);
  return std::string(rest.empty() ? line : rest);
}

/// Cut where it is long.
std::string quoted(std::string text) {
  if (text.size() <= kLongestQuote) {
    return text;
  }
  std::size_t end = kLongestQuote - 1;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;  // not through a character
  }
  return text.substr(0, end) + "…";
}

/// A whole line among other words.
std::string in_quotes(std::string line) { return words::say("“", quoted(std::move(line)), "”"); }

}  // namespace

std::string without_times(const Trace& trace, Seq output) {
  const Event& event = trace[output];
  const std::string_view line = trace.text(event.a);
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    const bool starts_number = is_digit(line[i]) && (i == 0 || !is_letter(line[i - 1]));
    if (!starts_number) {
      text += line[i++];
      continue;
    }
    const Number number = number_at(line, i);
    const std::string_view digits = line.substr(i, number.end - i);
    text += tells_time(trace, event, line, number) ? "…" : digits;
    i = std::max(number.end, i + 1);
  }
  return text;
}

std::string result_note(const Trace& baseline, const Trace& other) {
  std::vector<std::string> missing;
  std::vector<std::string> added;
  for (const auto& [line, count] : surplus_of(other, baseline)) {
    auto& side = count > 0 ? added : missing;
    for (int i = 0; i < std::abs(count); ++i) {
      side.push_back(line);
    }
  }
  if (missing.empty() && added.empty()) {
    return {};
  }
  if (missing.size() == 1 && added.size() == 1) {
    return words::say("not the same result (", quoted(difference(added[0], missing[0])), ", not ",
                      quoted(difference(missing[0], added[0])), ")");
  }
  if (added.empty() || missing.empty()) {
    const auto& lines = added.empty() ? missing : added;
    return words::say("not the same result (", words::count_of(lines.size(), "line"),
                      added.empty() ? " less" : " more", ", first: ", in_quotes(lines[0]), ")");
  }
  return words::say("not the same result (", words::count_of(added.size(), "line"), ", such as ",
                    in_quotes(added[0]), ", not ", in_quotes(missing[0]), ")");
}

}  // namespace interleave
