#pragma once

#include <algorithm>
#include <memory>

#include "app/trace/trace.h"

namespace interleave::test {

/// A log that really ends after `size` events: nothing that comes later is in its events or in its
/// tables, as if the program had been stopped there.
[[nodiscard]] inline std::shared_ptr<EventLog> cut_log(const EventLog& log, Seq size) {
  auto cut = std::make_shared<EventLog>();
  for (TaskId task = 1; task <= log.task_count(); ++task) {
    (void)log.task(task);  // its name is put together now, so that every text has its id
  }
  for (TextId text = 1; text < log.text_count(); ++text) {
    cut->intern(log.text(text));
  }
  TaskId tasks = 0;
  TimerId timers = 0;
  WaitId waits = 0;
  ResourceId resources = 0;
  ChangeId changes = 0;
  JobId jobs = 0;
  for (Seq seq = 0; seq < size; ++seq) {
    const Event event = log[seq];
    switch (event.kind) {
      case Kind::task_created:
        tasks = std::max(tasks, event.task);
        break;
      case Kind::timer_set:
        timers = std::max(timers, event.a);
        break;
      case Kind::wait_on:
        waits = std::max(waits, event.a);
        break;
      case Kind::task_suspended:
        if (event.reason() >= Reason::gather && event.reason() <= Reason::shield) {
          waits = std::max(waits, event.a);
        }
        break;
      case Kind::resource_created:
        resources = std::max(resources, event.a);
        break;
      case Kind::resource_changed:
        changes = std::max(changes, event.a);
        break;
      case Kind::job_submitted:
        jobs = std::max(jobs, event.a);
        break;
      default:
        break;
    }
  }
  for (TaskId task = 1; task <= tasks; ++task) {
    cut->add(log.task(task));
  }
  for (TimerId timer = 1; timer <= timers; ++timer) {
    cut->add(log.timer(timer));
  }
  for (WaitId wait = 1; wait <= waits; ++wait) {
    cut->add(log.wait(wait));
  }
  for (ResourceId resource = 1; resource <= resources; ++resource) {
    cut->add(log.resource(resource));
  }
  for (ChangeId change = 1; change <= changes; ++change) {
    cut->add(log.change(change));
  }
  for (JobId job = 1; job <= jobs; ++job) {
    JobInfo info = log.job(job);
    info.worker = 0;
    info.result = kNoText;
    info.error = kNoText;
    cut->add(info);
  }
  for (Seq seq = 0; seq < size; ++seq) {
    const Event event = log[seq];
    if (event.kind == Kind::job_started) {
      cut->job_for_update(event.a).worker = log.job(event.a).worker;
    } else if (event.kind == Kind::job_finished) {
      cut->job_for_update(event.a).result = log.job(event.a).result;
      cut->job_for_update(event.a).error = log.job(event.a).error;
    }
    cut->append() = event;
  }
  return cut;
}

}  // namespace interleave::test
