#include "runtime/resource.h"

#include "runtime/loop.h"
#include "runtime/strand.h"

namespace interleave {

Resource::Resource(const Scope& scope, ResourceType type, std::string_view name,
                   std::optional<std::int64_t> capacity)
    : loop_(&scope.loop()) {
  Recorder& recorder = loop_->recorder();
  ResourceInfo info;
  info.name = recorder.log().unique_name(EventLog::Family::resource, name);
  info.type = type;
  info.capacity = capacity.value_or(0);
  info.has_capacity = capacity.has_value();
  id_ = recorder.log().add(info);
  record(Kind::resource_created).a = id_;
}

void Resource::changed(std::string_view action, std::optional<std::int64_t> level,
                       std::string_view item) const {
  Recorder& recorder = loop_->recorder();
  ChangeInfo info;
  info.resource = id_;
  info.action = recorder.intern(action);
  info.level = level.value_or(0);
  info.has_level = level.has_value();
  info.item = item.empty() ? kNoText : recorder.intern(item);
  const ChangeId change = recorder.log().add(info);
  record(Kind::resource_changed).a = change;
}

void Resource::acquired(std::int64_t level) {
  changed("acquired", level);
  loop_->holders().took(id_, actor());
}

void Resource::released(std::int64_t level) {
  changed("released", level);
  loop_->holders().gave_back(id_, actor());
}

// A callback does it for the program.
Event& Resource::record(Kind kind) const {
  const Strand* current = loop_->recorder().current;
  return loop_->recorder().record(kind, actor(),
                                  current == nullptr ? std::uint16_t{0} : current->line());
}

TaskId Resource::actor() const {
  const Strand* current = loop_->recorder().current;
  return current == nullptr ? kProgram : current->id();
}

}  // namespace interleave
