#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/resource.h"
#include "runtime/scope.h"

namespace interleave {

/// A simulated server: it takes so many at once and refuses more. A listing has it as a class of
/// its own, `Server`, entered by `with`; how long an answer takes is the program's own sleep. A
/// handle: copies are the same server.
///
///     s.at("with server");
///     server.enter();
///     const Holding held(s, server);
class Server {
 public:
  /// `capacity`: free places; with none it refuses everybody.
  Server(const Scope& scope, std::int64_t capacity, std::string_view name = "server")
      : state_(make_counted<State>(scope, capacity, name)) {}

  /// Takes a place. Throws Error (ConnectionError, "server busy") if none is free.
  void enter() const { state_->enter(); }
  /// Gives a place back.
  void release() const { state_->leave(); }
  [[nodiscard]] std::int64_t free() const { return state_->free; }

 private:
  struct State : Resource {
    State(const Scope& scope, std::int64_t capacity, std::string_view name)
        : Resource(scope, ResourceType::server, name, capacity), free(capacity) {}
    void enter();
    void leave();
    std::int64_t free;
  };
  Ref<State> state_;
};

}  // namespace interleave
