#include "app/trace/task_table.h"

#include <algorithm>

namespace interleave {

const TaskStatus* EndedTasks::find(TaskId task) const {
  const bool there = task < places_.size() && places_[task] != 0;
  return there ? &rows_[places_[task] - 1] : nullptr;
}

void EndedTasks::put(TaskId task, const TaskStatus& status) {
  if (places_.size() <= task) {
    places_.resize(std::size_t{task} + 1, 0);
  }
  rows_.push_back(status);
  places_[task] = static_cast<std::uint32_t>(rows_.size());
}

// Ids are given one by one: while nobody has been put away a task's place follows from its id.
std::size_t TaskTable::place_of(TaskId task) const {
  if (!ids_.empty() && task >= ids_.front()) {
    const std::size_t guess = task - ids_.front();
    if (guess < ids_.size() && ids_[guess] == task) {
      return guess;
    }
  }
  return static_cast<std::size_t>(std::lower_bound(ids_.begin(), ids_.end(), task) - ids_.begin());
}

const TaskStatus& TaskTable::operator[](TaskId task) const {
  static const TaskStatus kNotCreated;
  const std::size_t place = place_of(task);
  if (has_row(place, task)) {
    return rows_[place];
  }
  const TaskStatus* ended = ended_->find(task);
  return ended != nullptr && ended->since_seq <= now_ ? *ended : kNotCreated;
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
  const TaskStatus* before = ended_->find(task);
  if (before == nullptr) {
    ended_->put(task, rows_[place]);
  } else if (before->since_seq != rows_[place].since_seq) {
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
