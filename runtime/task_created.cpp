#include "runtime/task_created.h"

#include "runtime/loop.h"

namespace interleave {

TaskId record_task_created(Loop& loop, const Frame& root, const TaskNames& names) {
  Recorder& recorder = loop.recorder();
  EventLog& log = recorder.log();
  const Strand* creator = names.internal ? nullptr : recorder.current;
  const TextId coroutine = names.internal ? log.intern(names.name) : root.name;
  TaskInfo info;
  info.name = names.name.empty() ? coroutine : log.intern(names.name);
  info.label = root.label;
  info.coroutine = coroutine;
  info.parent = creator == nullptr ? kProgram : creator->id();
  info.internal = names.internal;
  const TaskId id = log.add_named_after(info);
  const std::uint16_t line = creator == nullptr ? std::uint16_t{0} : creator->line();
  recorder.put(Kind::task_created, 0, id, line, 0);
  return id;
}

}  // namespace interleave
