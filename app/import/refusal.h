#pragma once

#include <stdexcept>

namespace interleave {

/// Thrown within a reader when a file can't go on being read: the reason, and what would be right.
/// TraceReader::advance() adds the place and hands it out as an ImportError.
class Refusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace interleave
