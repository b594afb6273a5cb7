#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "runtime/event_log.h"
#include "tests/differential/cases.h"

namespace interleave::differential {

/// The events of a trace, as JSON Lines have them, without the header.
using Events = std::vector<nlohmann::ordered_json>;

/// One recording that is asked for: a listing's text, and what is to be set in it.
struct Asked {
  std::string name;
  std::string listing;
  nlohmann::ordered_json settings = nlohmann::ordered_json::object();
  std::optional<double> until_s = std::nullopt;
  std::optional<std::uint64_t> limit = std::nullopt;
};
[[nodiscard]] std::optional<std::vector<Events>> recorded(const std::vector<Asked>& asked);
/// The same as the trace files' texts, empty where the recorder gave none. `together`: so many
/// share one process of the recorder, which is quicker.
[[nodiscard]] std::optional<std::vector<std::string>> recorded_texts(
    const std::vector<Asked>& asked, int together);

/// What CPython does with each case, in their order: the listing on asyncio under the recorder's
/// virtual clock. Nothing if the `python3` here is no 3.11, after saying so. Throws
/// std::runtime_error with the recorder's own words when it fails.
[[nodiscard]] std::optional<std::vector<Events>> judged_by_cpython(const std::vector<Case>& cases);

/// What our runtime does with it.
[[nodiscard]] Events ours(const Case& one);
/// The events of a run that has ended.
[[nodiscard]] Events told_by(std::shared_ptr<const EventLog> log);
/// The same as a trace file's text.
[[nodiscard]] std::string text_told_by(std::shared_ptr<const EventLog> log);
/// The events of a trace file's text.
[[nodiscard]] Events events_of(const std::string& text);

/// The first difference between two traces, told with what stands before it; empty if there is
/// none. Every kind and every field counts but `label`; warnings (which CPython gives when its
/// collector comes by) are compared as a multiset, not by place.
[[nodiscard]] std::string difference(const Events& expected, const Events& actual);

}  // namespace interleave::differential
