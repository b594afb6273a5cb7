#include "runtime/server.h"

#include "runtime/errors.h"

namespace interleave {

void Server::State::enter() {
  if (free == 0) {
    changed("refused", free);
    throw Error("ConnectionError", "server busy");
  }
  --free;
  acquired(free);
}

void Server::State::leave() {
  ++free;
  released(free);
}

}  // namespace interleave
