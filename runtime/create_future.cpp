#include "runtime/create_future.h"

#include "runtime/loop.h"

namespace interleave::detail {

WaitInfo OwnFutureReport::as_awaited() const {
  const EventLog& log = resource_->loop().recorder().log();
  WaitInfo info;
  info.name = log.resource(resource_->id()).name;
  info.alone = WaitInfo::Alone::future;
  return info;
}

}  // namespace interleave::detail
