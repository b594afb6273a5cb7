#include "app/trace/resource_levels.h"

#include <algorithm>

namespace interleave {
namespace {

/// What it starts with; trace.md gives a level only to changes.
std::int64_t first_level(const ResourceInfo& info) {
  switch (info.type) {
    case ResourceType::semaphore:
    case ResourceType::server:
      return info.capacity;
    case ResourceType::lock:
    case ResourceType::condition:
      return 1;
    default:
      return 0;
  }
}

bool is_for_resource(Reason reason) {
  return reason == Reason::future || (reason >= Reason::queue_get && reason <= Reason::barrier);
}

LevelRange range_of(std::span<const ResourceLevel> levels) {
  const ResourceLevel& first = levels.front();
  LevelRange range{first.level, first.level, first.waiting, first.waiting};
  for (const ResourceLevel& each : levels) {
    range.lowest = std::min(range.lowest, each.level);
    range.highest = std::max(range.highest, each.level);
    range.least_waiting = std::min(range.least_waiting, each.waiting);
    range.most_waiting = std::max(range.most_waiting, each.waiting);
  }
  return range;
}

}  // namespace

void ResourceLevels::add(std::uint64_t seq, const Event& event, const EventLog& log) {
  switch (event.kind) {
    case Kind::resource_created:
      if (Course* made = course(event.a, log)) {
        append(*made,
               {static_cast<std::uint32_t>(seq), 0, first_level(log.resource(event.a)), kNoTask});
      }
      break;
    case Kind::resource_changed: {
      if (event.a == 0 || event.a > log.change_count()) {
        break;
      }
      const ChangeInfo& change = log.change(event.a);
      Course* changed = course(change.resource, log);
      if (changed == nullptr || !change.has_level) {
        break;
      }
      ResourceLevel level = changed->levels.empty() ? ResourceLevel{} : changed->levels.back();
      level.seq = static_cast<std::uint32_t>(seq);
      level.level = change.level;
      const std::string_view action = log.text(change.action);
      if (action == "acquired" || action == "released") {
        level.holder = action == "acquired" ? event.task : kNoTask;
      }
      append(*changed, level);
      break;
    }
    case Kind::task_suspended:
      if (is_for_resource(event.reason()) && event.task != kNoTask &&
          event.task <= log.task_count() && course(event.a, log) != nullptr) {
        if (waits_for_.size() <= event.task) {
          waits_for_.resize(std::size_t{event.task} + 1, 0);
        }
        waits_for_[event.task] = event.a;
        change_waiting(event.a, seq, 1, log);
      }
      break;
    case Kind::task_ready:
    case Kind::task_resumed:
      stop_waiting(seq, event.task, log);
      break;
    default:
      break;
  }
}

std::span<const ResourceLevel> ResourceLevels::of(ResourceId resource) const {
  if (resource == 0 || resource > courses_.size()) {
    return {};
  }
  return courses_[resource - 1].levels;
}

const ResourceLevel* ResourceLevels::at(ResourceId resource, std::uint64_t seq) const {
  const std::size_t count = count_until(resource, seq);
  return count == 0 ? nullptr : &courses_[resource - 1].levels[count - 1];
}

std::size_t ResourceLevels::count_until(ResourceId resource, std::uint64_t seq) const {
  const auto levels = of(resource);
  if (levels.empty()) {
    return 0;
  }
  const auto& blocks = courses_[resource - 1].blocks;
  const auto block = std::upper_bound(
      blocks.begin(), blocks.end(), seq,
      [](std::uint64_t wanted, const Block& each) { return wanted < each.last_seq; });
  const auto from = levels.begin() + (block - blocks.begin()) * std::ptrdiff_t{kBlock};
  const auto to = block == blocks.end() ? levels.end() : from + std::ptrdiff_t{kBlock};
  const auto after = std::upper_bound(
      from, to, seq,
      [](std::uint64_t wanted, const ResourceLevel& each) { return wanted < each.seq; });
  return static_cast<std::size_t>(after - levels.begin());
}

LevelRange ResourceLevels::range(ResourceId resource, std::size_t from, std::size_t to) const {
  const Course& course = courses_[resource - 1];
  if (to - from <= 2 * kBlock) {
    return range_of(of(resource).subspan(from, to - from));
  }
  // Whole blocks; those behind the last full one by themselves.
  const std::size_t end = std::min((to - 1) / kBlock + 1, course.blocks.size());
  LevelRange all = course.blocks[from / kBlock].range;
  const auto take = [&all](const LevelRange& each) {
    all.lowest = std::min(all.lowest, each.lowest);
    all.highest = std::max(all.highest, each.highest);
    all.least_waiting = std::min(all.least_waiting, each.least_waiting);
    all.most_waiting = std::max(all.most_waiting, each.most_waiting);
  };
  for (std::size_t block = from / kBlock + 1; block < end; ++block) {
    take(course.blocks[block].range);
  }
  if (end * kBlock < to) {
    take(range_of(of(resource).subspan(end * kBlock, to - end * kBlock)));
  }
  return all;
}

std::int64_t ResourceLevels::highest(ResourceId resource) const {
  return of(resource).empty() ? 0 : courses_[resource - 1].highest;
}

std::uint32_t ResourceLevels::most_waiting(ResourceId resource) const {
  return of(resource).empty() ? 0 : courses_[resource - 1].most_waiting;
}

void ResourceLevels::shrink_to_fit() {
  for (Course& course : courses_) {
    course.levels.shrink_to_fit();
    course.blocks.shrink_to_fit();
  }
}

/// A file may name a resource that was never told of: there is none.
ResourceLevels::Course* ResourceLevels::course(ResourceId resource, const EventLog& log) {
  if (resource == 0 || resource > log.resource_count()) {
    return nullptr;
  }
  if (courses_.size() < resource) {
    courses_.resize(resource);
  }
  return &courses_[resource - 1];
}

void ResourceLevels::append(Course& course, const ResourceLevel& level) {
  course.levels.push_back(level);
  course.highest = std::max(course.highest, level.level);
  course.most_waiting = std::max(course.most_waiting, level.waiting);
  if (course.levels.size() % kBlock == 0) {
    const std::span<const ResourceLevel> levels = course.levels;
    course.blocks.push_back({level.seq, range_of(levels.last(kBlock))});
  }
}

void ResourceLevels::change_waiting(ResourceId resource, std::uint64_t seq, int by,
                                    const EventLog& log) {
  Course& changed = *course(resource, log);
  ResourceLevel level = changed.levels.empty() ? ResourceLevel{} : changed.levels.back();
  level.seq = static_cast<std::uint32_t>(seq);
  level.waiting = by > 0 ? level.waiting + 1 : level.waiting - std::min(level.waiting, 1U);
  append(changed, level);
}

void ResourceLevels::stop_waiting(std::uint64_t seq, TaskId task, const EventLog& log) {
  if (task < waits_for_.size() && waits_for_[task] != 0) {
    change_waiting(waits_for_[task], seq, -1, log);
    waits_for_[task] = 0;
  }
}

}  // namespace interleave
