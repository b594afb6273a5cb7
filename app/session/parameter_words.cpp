#include "app/session/parameter_words.h"

#include <cmath>

#include "app/trace/stops.h"

namespace interleave {

std::string value_words(const Parameter& parameter, double value) {
  if (parameter.unit == Unit::count) {
    return std::to_string(std::lround(value));
  }
  return seconds_text(std::llround(value * 1e9));
}

}  // namespace interleave
