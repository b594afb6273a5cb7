#include "app/trace/task_table.h"

#include <algorithm>

namespace interleave {

const TaskStatus* EndedTasks::find(TaskId task, Seq now) const {
  const auto end = end_of(task);
  return end && *end <= now ? &rows_[places_[task].row - 1] : nullptr;
}

std::optional<Seq> EndedTasks::end_of(TaskId task) const {
  const bool there = task < places_.size() && places_[task].row != 0;
  return there ? std::optional<Seq>(places_[task].since_seq) : std::nullopt;
}

void EndedTasks::put(TaskId task, const TaskStatus& status) {
  if (places_.size() <= task) {
    places_.resize(std::size_t{task} + 1);
  }
  rows_.push_back(status);
  places_[task] = {static_cast<std::uint32_t>(rows_.size()),
                   static_cast<std::uint32_t>(status.since_seq)};
}

// Ids are given one by one: while nobody has been put away a task's place follows from its id.
std::size_t TaskTable::place_of(TaskId task) const {
  const auto stands_at = [&](std::size_t guess) {
    return guess < ids_.size() && ids_[guess] == task;
  };
  if (stands_at(last_place_)) {
    return last_place_;
  }
  if (!ids_.empty() && task >= ids_.front() && stands_at(task - ids_.front())) {
    return last_place_ = task - ids_.front();
  }
  // A search without a jump that could be guessed wrong: this is asked several times an event.
  std::size_t place = 0;
  for (std::size_t left = ids_.size(); left > 0; left -= (left + 1) / 2) {
    const std::size_t half = (left + 1) / 2;
    place += ids_[place + half - 1] < task ? half : 0;
  }
  return last_place_ = place;
}

const TaskStatus& TaskTable::operator[](TaskId task) const {
  static const TaskStatus kNotCreated;
  const std::size_t place = place_of(task);
  if (has_row(place, task)) {
    return rows_[place];
  }
  const TaskStatus* ended = ended_->find(task, now_);
  return ended != nullptr ? *ended : kNotCreated;
}

TaskStatus& TaskTable::row(TaskId task) {
  const std::size_t place = place_of(task);
  if (has_row(place, task)) {
    return rows_[place];
  }
  const TaskStatus status = (*this)[task];
  if (place < ids_.size() && ids_[place] == task) {
    rows_away_[place] = false;
    --away_;
    rows_[place] = status;
    return rows_[place];
  }
  const auto at = static_cast<std::ptrdiff_t>(place);
  ids_.insert(ids_.begin() + at, task);
  rows_away_.insert(rows_away_.begin() + at, false);
  return *rows_.insert(rows_.begin() + at, status);
}

void TaskTable::put_away(TaskId task) {
  const std::size_t place = place_of(task);
  if (!has_row(place, task)) {
    return;
  }
  const auto before = ended_->end_of(task);
  if (!before) {
    ended_->put(task, rows_[place]);
  } else if (*before != rows_[place].since_seq) {
    return;
  }
  rows_away_[place] = true;
  ++away_;
  if (away_ > 64 && away_ * 2 > ids_.size()) {
    tidy();
  }
}

void TaskTable::tidy() {
  if (away_ == 0) {
    return;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (!rows_away_[i]) {
      ids_[kept] = ids_[i];
      rows_[kept++] = rows_[i];
    }
  }
  ids_.resize(kept);
  rows_.resize(kept);
  rows_away_.assign(kept, false);
  away_ = 0;
}

}  // namespace interleave
