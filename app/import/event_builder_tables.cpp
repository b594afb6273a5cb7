// What is said once for each task, timer, wait, resource and job, and kept in the log's tables.

#include <fmt/format.h>

#include <utility>

#include "app/import/event_builder.h"
#include "app/import/field_checks.h"

namespace interleave {

void EventBuilder::create_task(Event& event, const EventFields& fields) {
  need(fields, Field::task, Field::name);
  check_next(fields.number(Field::task), log_.task_count(), Field::task);
  TaskInfo info;
  info.name = text_in(fields, Field::name);
  info.label = fields.has(Field::label) ? text_in(fields, Field::label) : info.name;
  info.coroutine = fields.has(Field::coroutine) ? text_in(fields, Field::coroutine) : info.name;
  info.parent = fields.has(Field::parent) ? task_in(fields, Field::parent) : kProgram;
  info.internal = fields.has(Field::internal) && fields.number(Field::internal) != 0;
  event.task = log_.add(info);
}

// One alone, a task or a future of the program, lends its wait its name and is not told of.
WaitId EventBuilder::waited_for(const EventFields& fields) {
  WaitInfo info;
  if (!fields.on_is_text()) {
    const TaskId task = real_task(fields.number(Field::on), Field::on);
    info.name = log_.task(task).name;
    info.members = {task};
    info.alone = WaitInfo::Alone::task;
    return log_.add(std::move(info));
  }
  const TextId name = log_.intern(fields.text(Field::on));
  if (const auto told = waits_.find(name); told != waits_.end()) {
    return told->second;
  }
  info.name = name;
  info.alone = WaitInfo::Alone::future;
  return log_.add(std::move(info));
}

TimerId EventBuilder::sleep_timer(TaskId task, std::int64_t until_ns) {
  if (task < sleeps_.size() && sleeps_[task] != 0 && log_.timer(sleeps_[task]).due_ns == until_ns) {
    return sleeps_[task];
  }
  TimerInfo info;
  info.due_ns = until_ns;
  info.on = task;
  return log_.add(info);
}

TimerId EventBuilder::timer(Kind kind, const EventFields& fields) {
  need(fields, Field::timer);
  const std::int64_t id = fields.number(Field::timer);
  if (kind != Kind::timer_set) {
    if (id < 1 || id > static_cast<std::int64_t>(timers_.size())) {
      throw Refusal(fmt::format("\"timer\" is {}, which has not been set", id));
    }
    return timers_[static_cast<std::size_t>(id) - 1];
  }
  need(fields, Field::due_ns, Field::purpose);
  check_next(id, timers_.size(), Field::timer);
  TimerInfo info;
  info.due_ns = time_in(fields, Field::due_ns);
  info.purpose = word<TimerPurpose, kTimerPurposeCount>(fields, Field::purpose);
  info.on = fields.has(Field::on) && !fields.on_is_text()
                ? known_task(fields.number(Field::on), Field::on)
                : kNoTask;
  timers_.push_back(log_.add(info));
  if (info.purpose == TimerPurpose::sleep && info.on != kNoTask) {
    if (sleeps_.size() <= info.on) {
      sleeps_.resize(std::size_t{log_.task_count()} + 1);
    }
    sleeps_[info.on] = timers_.back();
  }
  return timers_.back();
}

WaitId EventBuilder::wait(const EventFields& fields) {
  need(fields, Field::wait, Field::type, Field::members);
  WaitInfo info;
  info.name = text_in(fields, Field::wait);
  info.type = word<WaitType, kWaitTypeCount>(fields, Field::type);
  info.members.reserve(fields.members().size());
  for (const std::int64_t member : fields.members()) {
    info.members.push_back(real_task(member, Field::members));
  }
  const TextId name = info.name;
  const WaitId id = log_.add(std::move(info));
  waits_[name] = id;
  return id;
}

std::uint32_t EventBuilder::callback_of(CallbackKind kind, const EventFields& fields) {
  if (!fields.has(Field::of)) {
    return 0;
  }
  const std::int64_t id = fields.number(Field::of);
  if (kind == CallbackKind::call) {
    return 0;
  }
  const auto most = static_cast<std::int64_t>(kind == CallbackKind::timer ? timers_.size()
                                              : kind == CallbackKind::job ? log_.job_count()
                                                                          : log_.task_count());
  if (id < 0 || id > most) {
    throw Refusal(fmt::format("\"of\" is {}; so far there are {}", id, most));
  }
  return kind == CallbackKind::timer && id > 0 ? timers_[static_cast<std::size_t>(id) - 1]
                                               : static_cast<std::uint32_t>(id);
}

ResourceId EventBuilder::create_resource(const EventFields& fields) {
  need(fields, Field::resource, Field::type);
  ResourceInfo info;
  info.name = text_in(fields, Field::resource);
  info.type = word<ResourceType, kResourceTypeCount>(fields, Field::type);
  info.has_capacity = fields.has(Field::capacity);
  info.capacity = info.has_capacity ? within(fields, Field::capacity, -kLatest_ns, kLatest_ns) : 0;
  const ResourceId id = log_.add(info);
  if (!resources_.emplace(info.name, id).second) {
    throw Refusal(
        fmt::format("the resource {} is there already", quoted_word(fields.text(Field::resource))));
  }
  return id;
}

ChangeId EventBuilder::change(const EventFields& fields) {
  need(fields, Field::resource, Field::action);
  ChangeInfo info;
  info.resource = resource_named(fields.text(Field::resource), Field::resource);
  info.action = text_in(fields, Field::action);
  info.has_level = fields.has(Field::level);
  info.level = info.has_level ? within(fields, Field::level, -kLatest_ns, kLatest_ns) : 0;
  info.item = text_in(fields, Field::item);
  return log_.add(info);
}

JobId EventBuilder::job(Kind kind, TaskId task, const EventFields& fields) {
  need(fields, Field::job);
  const std::int64_t number = fields.number(Field::job);
  if (kind == Kind::job_submitted) {
    need(fields, Field::computes, Field::duration_ns);
    check_next(number, log_.job_count(), Field::job);
    JobInfo info;
    info.pool = fields.has(Field::pool) ? resource_named(fields.text(Field::pool), Field::pool) : 0;
    info.submitter = task;
    info.computes = fields.number(Field::computes) != 0;
    info.duration_ns = time_in(fields, Field::duration_ns);
    return log_.add(info);
  }
  if (number < 1 || number > log_.job_count()) {
    throw Refusal(fmt::format("\"job\" is {}, which has not been submitted", number));
  }
  const auto id = static_cast<JobId>(number);
  JobInfo& info = log_.job_for_update(id);
  if (fields.has(Field::worker)) {
    constexpr std::int64_t kMostWorkers = 100'000;
    info.worker = static_cast<std::uint32_t>(within(fields, Field::worker, 1, kMostWorkers));
  }
  if (kind == Kind::job_finished) {
    info.result = text_in(fields, Field::result);
    info.error = text_in(fields, Field::error);
  }
  return id;
}

}  // namespace interleave
