#include "app/import/chrome_tasks.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/import/refusal.h"

namespace interleave {

namespace {

using What = ChromePoint::What;

constexpr std::size_t kMostEvents = 4'000'000'000;

}  // namespace

bool ChromeTasks::advance(std::size_t points) {
  if (!begun_) {
    begun_ = true;
    append(Kind::program_started);
  }
  ChromePoint point;
  for (std::size_t i = 0; i < points; ++i) {
    if (!points_.next(point)) {
      append(Kind::program_finished);
      return false;
    }
    tell(point);
  }
  return true;
}

Event& ChromeTasks::append(Kind kind, TaskId task) {
  if (log_.size() >= kMostEvents) {
    throw Refusal("more than 4,000,000,000 events");
  }
  Event& event = log_.append();
  event.t_ns = now_ns_;
  event.step = step_;
  event.task = task;
  event.kind = kind;
  return event;
}

void ChromeTasks::tell(const ChromePoint& point) {
  now_ns_ = point.t_ns - points_.first_ns();
  Row& row = rows_[point.row];
  const ChromeRow& from = points_.rows()[point.row];
  ++row.points_told;
  if (point.what == What::counter) {  // alone, it makes no row
    count(row, point);
  } else {
    create(row, from);
    switch (point.what) {
      case What::leave:
        leave(row, point.number);
        break;
      case What::enter:
        enter(row, point);
        break;
      case What::async_begin:
      case What::async_end:
        wait(row, point.name, point.what == What::async_begin);
        break;
      case What::wake:
        wake(row, rows_[point.number]);
        break;
      default:
        append(Kind::output, row.task).a = point.name;
    }
  }
  if (row.points_told == from.points && row.task != 0 && row.stack.empty()) {
    append(Kind::task_finished, row.task);
  }
}

void ChromeTasks::create(Row& row, const ChromeRow& from) {
  if (row.task != 0) {
    return;
  }
  TaskInfo info;
  const std::string_view process = points_.process_name(from);
  const std::string thread = from.name != kNoText
                                 ? std::string(log_.text(from.name))
                                 : (from.thread.empty() ? "events" : "thread " + from.thread);
  info.coroutine = log_.intern(thread);
  info.name = log_.unique_name(EventLog::Family::task, thread);
  info.label =
      points_.process_count() < 2
          ? info.name
          : log_.intern(fmt::format("{} · {}", process.empty() ? from.process : process, thread));
  row.task = log_.add(info);
  append(Kind::task_created, row.task);
}

void ChromeTasks::give_thread(Row& row) {
  if (row.started && !row.ready) {
    Event& ready = append(Kind::task_ready, row.task);
    ready.code = static_cast<std::uint8_t>(Cause::future);
    ready.a = kNoTask;
  }
  ++step_;
  append(row.started ? Kind::task_resumed : Kind::task_started, row.task);
  row.started = true;
  row.ready = false;
}

void ChromeTasks::enter(Row& row, const ChromePoint& point) {
  std::int64_t end_ns = point.other;
  if (row.stack.empty()) {
    give_thread(row);
    append(Kind::worked, row.task).set_duration(end_ns - point.t_ns);
  } else if (end_ns > row.stack.back().end_ns) {
    passed_over_.note("ends of slices beyond those around them");
    end_ns = row.stack.back().end_ns;
  }
  append(Kind::coroutine_entered, row.task).a = point.name;
  row.stack.push_back({point.number, end_ns, point.name});
  if (point.other == point.t_ns) {
    leave_top(row);
  }
}

void ChromeTasks::leave(Row& row, std::uint32_t slice) {
  const auto is_it = [slice](const Open& open) { return open.slice == slice; };
  if (std::none_of(row.stack.begin(), row.stack.end(), is_it)) {
    return;  // cut short when the one around it ended
  }
  while (row.stack.back().slice != slice) {
    leave_top(row);
  }
  leave_top(row);
}

void ChromeTasks::leave_top(Row& row) {
  append(Kind::coroutine_left, row.task).a = row.stack.back().name;
  row.stack.pop_back();
  if (row.stack.empty() &&
      row.points_told < points_.rows()[static_cast<std::size_t>(&row - rows_.data())].points) {
    suspend(row);
  }
}

void ChromeTasks::suspend(Row& row) {
  const ResourceId on =
      row.waits.empty() ? 0 : resource(row.waits.front(), ResourceType::future, row.task);
  Event& event = append(Kind::task_suspended, row.task);
  event.code = static_cast<std::uint8_t>(Reason::future);
  event.a = on;
  row.ready = false;
}

void ChromeTasks::wait(Row& row, TextId name, bool begins) {
  const TextId before = row.waits.empty() ? kNoText : row.waits.front();
  if (begins) {
    row.waits.push_back(name);
  } else if (const auto found = std::find(row.waits.begin(), row.waits.end(), name);
             found != row.waits.end()) {
    row.waits.erase(found);
  } else {
    passed_over_.note("ends of asynchronous spans without a beginning");
  }
  const TextId now = row.waits.empty() ? kNoText : row.waits.front();
  if (!row.stack.empty() || row.ready || now == before) {
    return;
  }
  if (!row.started) {
    give_thread(row);
  }
  suspend(row);
}

void ChromeTasks::wake(const Row& by, Row& row) {
  if (row.task == 0 || !row.started || row.ready || !row.stack.empty()) {
    passed_over_.note("arrows to a row that does not wait");
    return;
  }
  row.ready = true;
  Event& event = append(Kind::task_ready, row.task);
  event.code = static_cast<std::uint8_t>(Cause::task);
  event.a = by.task;
}

void ChromeTasks::count(const Row& row, const ChromePoint& point) {
  const TaskId by = row.task == 0 ? kProgram : row.task;
  ChangeInfo change;
  change.resource = resource(point.name, ResourceType::queue, by);
  change.action = log_.intern("set");
  change.level = point.other;
  const ChangeId id = log_.add(change);
  append(Kind::resource_changed, by).a = id;
}

ResourceId ChromeTasks::resource(TextId name, ResourceType type, TaskId by) {
  const std::uint64_t key = std::uint64_t{name} << 8U | static_cast<unsigned>(type);
  ResourceId& known = resources_[key];
  if (known == 0) {
    ResourceInfo info;
    info.name = log_.unique_name(EventLog::Family::resource, log_.text(name));
    info.type = type;
    known = log_.add(info);
    append(Kind::resource_created, by).a = known;
  }
  return known;
}

}  // namespace interleave
