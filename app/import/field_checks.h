#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <limits>

#include "app/import/event_fields.h"
#include "app/import/name_table.h"
#include "app/import/quoted_word.h"
#include "app/import/refusal.h"
#include "runtime/event_names.h"

// What a single field may be. All throw Refusal.

namespace interleave {

/// 73 years: sums of a few times still fit.
inline constexpr std::int64_t kLatest_ns = std::int64_t{1} << 61U;
inline constexpr std::int64_t kMostEvents = 4'000'000'000;
inline constexpr std::int64_t kMost32 = std::numeric_limits<std::uint32_t>::max();

/// A word that an enumeration has.
template <class Enum, int kCount>
Enum word(const EventFields& fields, Field field) {
  static const NameTable table(kCount, [](int i) { return name_of(static_cast<Enum>(i)); });
  const int found = table.find(fields.text(field));
  if (found < 0) {
    throw Refusal(
        fmt::format("there is no {} {}", name_of(field), quoted_word(fields.text(field))));
  }
  return static_cast<Enum>(found);
}

/// A number of that range.
inline std::int64_t within(const EventFields& fields, Field field, std::int64_t least,
                           std::int64_t most) {
  const std::int64_t number = fields.number(field);
  if (number < least || number > most) {
    throw Refusal(
        fmt::format("\"{}\" is {}; {} to {} would be right", name_of(field), number, least, most));
  }
  return number;
}

inline std::int64_t time_in(const EventFields& fields, Field field) {
  return within(fields, field, 0, kLatest_ns);
}

inline std::uint32_t count_in(const EventFields& fields, Field field) {
  return static_cast<std::uint32_t>(within(fields, field, 0, kMost32));
}

inline void need(const EventFields& fields, Field field) {
  if (!fields.has(field)) {
    throw Refusal(fmt::format("\"{}\" is missing", name_of(field)));
  }
}

template <class... Fields>
inline void need(const EventFields& fields, Field first, Fields... rest) {
  need(fields, first);
  need(fields, rest...);
}

/// The number that comes next in a row that counts from 1.
inline void check_next(std::int64_t id, std::size_t there, Field field) {
  if (id != static_cast<std::int64_t>(there) + 1) {
    throw Refusal(fmt::format("\"{}\" is {}, {}; the next is {}", name_of(field), id,
                              id >= 1 && id <= static_cast<std::int64_t>(there)
                                  ? "which is there already"
                                  : "which leaves a gap",
                              there + 1));
  }
}

}  // namespace interleave
