#include "runtime/task_created.h"

#include "runtime/loop.h"

namespace interleave {

TaskId record_task_created(Loop& loop, const Frame& root, const TaskNames& names) {
  Recorder& recorder = loop.recorder();
  EventLog& log = recorder.log();
  const Strand* creator = names.internal ? nullptr : recorder.current;
  const std::string coroutine(names.internal ? names.name : std::string(log.text(root.name)));
  TaskInfo info;
  info.name = log.unique_name(EventLog::Family::task, names.name.empty() ? coroutine : names.name);
  info.label = root.label == kNoText ? info.name : root.label;
  info.coroutine = log.intern(coroutine);
  info.parent = creator == nullptr ? kProgram : creator->id();
  info.internal = names.internal;
  const TaskId id = log.add(info);
  recorder.record(Kind::task_created, id, creator == nullptr ? std::uint16_t{0} : creator->line());
  return id;
}

}  // namespace interleave
