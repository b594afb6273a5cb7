// How lengths and points in time are written, in one place for the whole program.

#include <cstdlib>

#include "app/trace/stops.h"

namespace interleave {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kMilli = 1'000'000;
constexpr std::int64_t kMicro = 1'000;

/// `units` thousandths as a decimal number with at least `least` places: 1200 -> "1.2".
std::string thousandths(std::int64_t units, std::size_t least) {
  std::string places = std::to_string(1000 + units % 1000).substr(1);
  while (places.size() > least && places.back() == '0') {
    places.pop_back();
  }
  std::string text = std::to_string(units / 1000);
  return places.empty() ? text : text + "." + places;
}

/// What a wall clock measures has nine digits; people are told three that count.
std::int64_t rounded(std::int64_t ns, std::int64_t unit) { return (ns + unit / 2) / unit; }

std::string below_a_millisecond(std::int64_t ns) {
  return ns < kMicro ? std::to_string(ns) + " ns" : thousandths(ns, 0) + " µs";
}

}  // namespace

std::string seconds_text(std::int64_t ns) {
  if (ns < 0) {
    return "-" + seconds_text(-ns);
  }
  if (ns == 0) {
    return "0 s";
  }
  if (ns < kMilli) {
    return below_a_millisecond(ns);
  }
  const std::int64_t millis = rounded(ns, kMilli);
  if (millis >= 1000 || ns % (10 * kMilli) == 0) {
    return thousandths(millis, 0) + " s";
  }
  return thousandths(rounded(ns, kMicro), 0) + " ms";
}

std::string total_text(std::int64_t ns) {
  if (ns < 0) {
    return "-" + total_text(-ns);
  }
  if (ns > 0 && ns < kMilli) {
    return below_a_millisecond(ns);
  }
  static_assert(kSecond == 1000 * kMilli);
  return thousandths(rounded(ns, kMilli), 1) + " s";
}

}  // namespace interleave
