#include "app/import/event_builder.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "app/import/field_checks.h"
#include "app/import/name_table.h"
#include "app/import/refusal.h"
#include "runtime/event_names.h"

namespace interleave {

namespace {

/// Tells what becomes of a task, and not what the program itself could do.
bool is_of_a_task(Kind kind) {
  switch (kind) {
    case Kind::task_ready:
    case Kind::task_started:
    case Kind::task_resumed:
    case Kind::task_suspended:
    case Kind::cancel_requested:
    case Kind::cancel_uncounted:
    case Kind::task_finished:
    case Kind::task_failed:
    case Kind::task_cancelled:
      return true;
    default:
      return false;
  }
}

}  // namespace

void EventBuilder::add(const EventFields& fields) {
  need(fields, Field::seq, Field::t_ns, Field::iteration, Field::step, Field::kind);
  static const NameTable kinds(kKindCount, [](int i) { return name_of(static_cast<Kind>(i)); });
  const int found = kinds.find(fields.text(Field::kind));
  check_key(fields, found < 0 ? Kind::output : static_cast<Kind>(found));
  if (found < 0) {
    passed_over_.note("kind", fields.text(Field::kind));
    return;
  }
  Event event;
  event.kind = static_cast<Kind>(found);
  event.t_ns = fields.number(Field::t_ns);
  event.iteration = count_in(fields, Field::iteration);
  event.step = static_cast<std::uint32_t>(fields.number(Field::step));
  if (fields.has(Field::line)) {
    const auto line = count_in(fields, Field::line);
    if (line > std::numeric_limits<std::uint16_t>::max()) {
      passed_over_.note("lines above 65535");
    } else {
      event.line = static_cast<std::uint16_t>(line);
    }
  }
  if (event.kind == Kind::task_created) {
    create_task(event, fields);
  } else {
    if (fields.has(Field::task)) {
      event.task = task_in(fields, Field::task);
    }
    fill(event, fields);
  }
  over_ = ends_program(event.kind);
  log_.append() = event;
}

void EventBuilder::check_key(const EventFields& fields, Kind kind) {
  if (fields.number(Field::seq) != next_seq_) {
    throw Refusal(
        fmt::format("\"seq\" is {}; {} comes next", fields.number(Field::seq), next_seq_));
  }
  if (++next_seq_ > kMostEvents) {
    throw Refusal("more than 4,000,000,000 events");
  }
  if (over_) {
    throw Refusal("an event after the program's last one");
  }
  const std::int64_t t_ns = time_in(fields, Field::t_ns);
  if (t_ns < last_ns_) {
    throw Refusal(fmt::format("\"t_ns\" falls from {} to {}", last_ns_, t_ns));
  }
  last_ns_ = t_ns;
  const std::int64_t step = last_step_ + (begins_step(kind) ? 1 : 0);
  if (fields.number(Field::step) != step || step >= kMost32) {
    throw Refusal(
        fmt::format("\"step\" is {}; {} would be right", fields.number(Field::step), step));
  }
  last_step_ = step;
}

void EventBuilder::fill(Event& event, const EventFields& fields) {
  switch (event.kind) {
    case Kind::program_stopped:
      need(fields, Field::until_ns);
      event.set_duration(time_in(fields, Field::until_ns));
      break;
    case Kind::program_failed:
      event.a = text_in(fields, Field::error);
      break;
    case Kind::iteration_started:
      need(fields, Field::ready);
      event.a = count_in(fields, Field::ready);
      break;
    case Kind::clock_advanced:
      need(fields, Field::from_ns);
      event.set_duration(within(fields, Field::from_ns, 0, event.t_ns));
      break;
    case Kind::worked:
    case Kind::blocked:
      need(fields, Field::duration_ns);
      event.set_duration(time_in(fields, Field::duration_ns));
      break;
    case Kind::output:
    case Kind::warning:
      need(fields, Field::text);
      event.a = text_in(fields, Field::text);
      break;
    case Kind::program_started:
    case Kind::program_finished:
    case Kind::loop_started:
    case Kind::loop_stopped:
      break;
    default:
      fill_of_task(event, fields);
  }
}

void EventBuilder::fill_of_task(Event& event, const EventFields& fields) {
  if (is_of_a_task(event.kind)) {
    need(fields, Field::task);
    static_cast<void>(real_task(fields.number(Field::task), Field::task));
  }
  switch (event.kind) {
    case Kind::task_ready:
      need(fields, Field::cause);
      event.code = static_cast<std::uint8_t>(word<Cause, kCauseCount>(fields, Field::cause));
      event.a = fields.has(Field::by) ? task_in(fields, Field::by) : kNoTask;
      break;
    case Kind::task_started:
    case Kind::task_resumed:
      event.a = text_in(fields, Field::thrown);
      break;
    case Kind::task_suspended:
      suspend(event, fields);
      break;
    case Kind::cancel_requested:
    case Kind::cancel_uncounted:
      need(fields, Field::by, Field::count);
      event.a = task_in(fields, Field::by);
      event.b = count_in(fields, Field::count);
      break;
    case Kind::task_finished:
      event.a = text_in(fields, Field::result);
      break;
    case Kind::task_failed:
      event.a = text_in(fields, Field::error);
      break;
    case Kind::task_cancelled:
      break;
    case Kind::coroutine_entered:
    case Kind::coroutine_left:
      need(fields, Field::name);
      event.a = text_in(fields, Field::name);
      event.b = text_in(fields, Field::error);
      break;
    default:
      fill_of_tables(event, fields);
  }
}

void EventBuilder::fill_of_tables(Event& event, const EventFields& fields) {
  switch (event.kind) {
    case Kind::timer_set:
    case Kind::timer_fired:
    case Kind::timer_cancelled:
      event.a = timer(event.kind, fields);
      break;
    case Kind::callback_ran:
    case Kind::callback_skipped:
      need(fields, Field::callback);
      event.code = static_cast<std::uint8_t>(
          word<CallbackKind, kCallbackKindCount>(fields, Field::callback));
      event.a = callback_of(event.callback(), fields);
      break;
    case Kind::wait_on:
      event.a = wait(fields);
      break;
    case Kind::resource_created:
      event.a = create_resource(fields);
      break;
    case Kind::resource_changed:
      event.a = change(fields);
      break;
    default:  // job_submitted, job_started, job_waiting, job_finished
      event.a = job(event.kind, event.task, fields);
  }
}

void EventBuilder::suspend(Event& event, const EventFields& fields) {
  need(fields, Field::reason);
  const auto reason = word<Reason, kReasonCount>(fields, Field::reason);
  event.code = static_cast<std::uint8_t>(reason);
  event.a = suspended_on(reason, event.task, fields);
}

std::uint32_t EventBuilder::suspended_on(Reason reason, TaskId task, const EventFields& fields) {
  if (reason == Reason::sleep) {
    return fields.has(Field::until_ns) ? sleep_timer(task, time_in(fields, Field::until_ns)) : 0;
  }
  if (!fields.has(Field::on) || reason == Reason::yield) {
    return 0;
  }
  if (reason >= Reason::gather && reason <= Reason::shield) {
    return waited_for(fields);
  }
  const bool on_task =
      reason == Reason::task || reason == Reason::call || reason == Reason::nested_run;
  if (on_task == fields.on_is_text()) {
    throw Refusal(fmt::format(
        "\"on\" is {}; with the reason {} {} would be right", on_task ? "a text" : "a number",
        quoted_word(fields.text(Field::reason)), on_task ? "a task's number" : "a name"));
  }
  if (on_task) {
    return real_task(fields.number(Field::on), Field::on);
  }
  const std::string_view name = fields.text(Field::on);
  if (reason != Reason::job) {
    return resource_named(name, Field::on);
  }
  JobId id = 0;
  constexpr std::string_view kJob = "job ";
  if (name.starts_with(kJob)) {
    std::from_chars(name.data() + kJob.size(), name.data() + name.size(), id);
  }
  if (id == 0 || id > log_.job_count()) {
    throw Refusal(fmt::format("\"on\" is {}, which has not been submitted", quoted_word(name)));
  }
  return id;
}

TaskId EventBuilder::task_in(const EventFields& fields, Field field) const {
  return known_task(fields.number(field), field);
}

TaskId EventBuilder::known_task(std::int64_t id, Field field) const {
  if (id < 0 || id > log_.task_count()) {
    throw Refusal(
        fmt::format("\"{}\" is {}, a task that has not been created", name_of(field), id));
  }
  return static_cast<TaskId>(id);
}

TaskId EventBuilder::real_task(std::int64_t id, Field field) const {
  if (id == 0) {
    throw Refusal(fmt::format("\"{}\" is 0, the program itself; a task's number would be right",
                              name_of(field)));
  }
  return known_task(id, field);
}

TextId EventBuilder::text_in(const EventFields& fields, Field field) {
  return fields.has(field) ? log_.intern(fields.text(field)) : kNoText;
}

ResourceId EventBuilder::resource_named(std::string_view name, Field field) {
  const auto found = resources_.find(log_.intern(name));
  if (found == resources_.end()) {
    throw Refusal(
        fmt::format("\"{}\" is {}, which has not been created", name_of(field), quoted_word(name)));
  }
  return found->second;
}

}  // namespace interleave
