#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "runtime/counted.h"
#include "runtime/event_log.h"
#include "runtime/scope.h"

namespace interleave {

/// What a queue, a lock, a semaphore … reports: its making, and each change of it. Shared by all
/// who use it, since tasks may outlive whoever made it.
class Resource : public Counted {
 public:
  /// Records `resource_created`. `name`: the variable it is known by in the listing.
  Resource(const Scope& scope, ResourceType type, std::string_view name,
           std::optional<std::int64_t> capacity = std::nullopt);

  /// Records `resource_changed`, by whoever has the thread. `level`: after it, if it has one.
  /// `item`: repr.
  void changed(std::string_view action, std::optional<std::int64_t> level,
               std::string_view item = {}) const;
  /// The same for what is held from one to the other: whoever has the thread holds it, or lets go.
  void acquired(std::int64_t level);
  void released(std::int64_t level);
  [[nodiscard]] ResourceId id() const { return id_; }
  [[nodiscard]] Loop& loop() const { return *loop_; }
  /// Who has the thread: the `by` of what it makes ready.
  [[nodiscard]] TaskId actor() const;

 private:
  Event& record(Kind kind) const;

  Loop* loop_;
  ResourceId id_;
};

}  // namespace interleave
