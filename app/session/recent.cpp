#include "app/session/recent.h"

#include <algorithm>

namespace interleave {

void note_use(Recent& recent, const std::string& entry) {
  std::erase(recent, entry);
  recent.insert(recent.begin(), entry);
  if (recent.size() > kMostRecent) {
    recent.resize(kMostRecent);
  }
}

std::size_t age_of(const Recent& recent, std::string_view entry) {
  const auto found = std::find(recent.begin(), recent.end(), entry);
  return found == recent.end() ? kMostRecent : static_cast<std::size_t>(found - recent.begin());
}

}  // namespace interleave
