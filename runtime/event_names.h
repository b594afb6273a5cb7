#pragma once

#include <optional>
#include <string_view>

#include "runtime/event.h"
#include "runtime/event_log.h"

namespace interleave {

/// The words of the trace's text form, the same in every file, listing and test.
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::string_view name_of(Reason reason);
[[nodiscard]] std::string_view name_of(Cause cause);
[[nodiscard]] std::string_view name_of(CallbackKind kind);
[[nodiscard]] std::string_view name_of(TimerPurpose purpose);
[[nodiscard]] std::string_view name_of(WaitType type);
[[nodiscard]] std::string_view name_of(ResourceType type);

/// The kind of that name, or nothing.
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

}  // namespace interleave
