#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string_view>

#include "app/import/passed_over.h"

namespace interleave {

/// One event of Chrome's format, as it is written. Texts live as long as the parser's document.
struct ChromeEvent {
  std::string_view name;
  std::string_view category;
  /// 0 where there is none.
  char phase = 0;
  bool has_time = false;
  /// Microseconds are what the format has.
  std::int64_t t_ns = 0;
  std::int64_t duration_ns = 0;
  /// Numbers or texts, as they are written.
  std::string_view process;
  std::string_view thread;
  std::string_view id;
  /// JSON; empty where there are none.
  std::string_view args;
};

/// Throws Refusal where it is no JSON object; what has the wrong type is passed over and counted.
[[nodiscard]] ChromeEvent read_chrome_event(simdjson::ondemand::object object,
                                            PassedOver& passed_over);

}  // namespace interleave
