#pragma once

#include <cstddef>
#include <cstdint>

namespace interleave::fuzz {

/// Opens the bytes as a trace file, in small slices, and looks at whatever comes of it as the
/// window does: states, spans, words, sums.
void open_and_look(const std::uint8_t* bytes, std::size_t size);

}  // namespace interleave::fuzz
