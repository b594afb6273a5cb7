#include "app/timeline/level_words.h"

#include "app/trace/words.h"

namespace interleave {
namespace {

std::string of_bound(const ResourceInfo& info, std::int64_t level) {
  const std::string number = std::to_string(level);
  return has_bound(info) && level <= info.capacity ? number + " of " + std::to_string(info.capacity)
                                                   : number;
}

std::string stand(const Trace& trace, const ResourceInfo& info, const ResourceLevel& level) {
  switch (info.type) {
    case ResourceType::queue:
      return of_bound(info, level.level) +
             (level.level == 1 && !has_bound(info) ? " item" : " items");
    case ResourceType::semaphore:
    case ResourceType::server:
      return of_bound(info, level.level) + " free";
    case ResourceType::lock:
      return level.holder == kNoTask ? "free" : "held by " + words::task(trace, level.holder);
    case ResourceType::event:
      return level.level > 0 ? "set" : "not set";
    case ResourceType::condition:
      return level.holder == kNoTask ? "" : "held by " + words::task(trace, level.holder);
    case ResourceType::barrier:
      return of_bound(info, level.level) + " here";
    default:
      return std::to_string(level.level);
  }
}

}  // namespace

bool has_bound(const ResourceInfo& info) {
  return info.has_capacity && info.capacity > 0 && info.type != ResourceType::lock;
}

std::string level_words(const Trace& trace, ResourceId resource, const ResourceLevel& level) {
  const ResourceInfo& info = trace.log().resource(resource);
  std::string text = stand(trace, info, level);
  const bool told = info.type == ResourceType::barrier || level.waiting == 0;
  if (!told) {
    text += (text.empty() ? "" : " · ") + std::to_string(level.waiting) +
            (level.waiting == 1 ? " waits" : " wait");
  }
  return text.empty() ? "nobody waits" : text;
}

}  // namespace interleave
