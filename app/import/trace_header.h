#pragma once

#include <simdjson.h>

#include "app/import/passed_over.h"
#include "app/trace/trace.h"

namespace interleave {

/// The first line of a trace file. Throws Refusal where it is another format or a newer version.
[[nodiscard]] TraceHeader read_header(simdjson::ondemand::object object, PassedOver& passed_over);

}  // namespace interleave
