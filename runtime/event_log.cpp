#include "runtime/event_log.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace interleave {

namespace {

template <class T>
std::uint32_t add_to(std::vector<T>& table, T&& info) {
  table.push_back(std::move(info));
  return static_cast<std::uint32_t>(table.size());
}

}  // namespace

EventLog::EventLog(Retention retention) : retention_(retention) {
  chunks_.push_back(std::make_unique_for_overwrite<Chunk>());
  next_ = chunks_.back()->events();
  end_ = next_ + kChunkSize;
  texts_.emplace_back();  // kNoText
}

void EventLog::grow() {
  if (retention_ == Retention::keep) {
    chunks_.push_back(std::make_unique_for_overwrite<Chunk>());
  }
  base_ += kChunkSize;
  next_ = chunks_.back()->events();
  end_ = next_ + kChunkSize;
}

TextId EventLog::intern(std::string_view text) {
  if (const auto found = text_ids_.find(text); found != text_ids_.end()) {
    return found->second;
  }
  if (text.size() > text_block_left_) {
    constexpr std::size_t kBlockSize = 4096;
    text_block_left_ = std::max(kBlockSize, text.size());
    text_blocks_.push_back(std::make_unique<char[]>(text_block_left_));
    text_next_ = text_blocks_.back().get();
  }
  if (!text.empty()) {
    std::memcpy(text_next_, text.data(), text.size());
  }
  const std::string_view kept(text_next_, text.size());
  text_next_ += text.size();
  text_block_left_ -= text.size();
  const auto id = static_cast<TextId>(texts_.size());
  texts_.push_back(kept);
  text_ids_.emplace(kept, id);
  return id;
}

TaskId EventLog::add(TaskInfo info) { return add_to(tasks_, std::move(info)); }
TimerId EventLog::add(TimerInfo info) { return add_to(timers_, std::move(info)); }
WaitId EventLog::add(WaitInfo info) { return add_to(waits_, std::move(info)); }
ResourceId EventLog::add(ResourceInfo info) { return add_to(resources_, std::move(info)); }
JobId EventLog::add(JobInfo info) { return add_to(jobs_, std::move(info)); }
ChangeId EventLog::add(ChangeInfo info) { return add_to(changes_, std::move(info)); }

TextId EventLog::unique_name(Family family, std::string_view base) {
  auto& counts = name_counts_[static_cast<std::size_t>(family)];
  const std::uint32_t nth = ++counts[std::string(base)];
  if (nth == 1) {
    return intern(base);
  }
  return intern(std::string(base) + " " + std::to_string(nth));
}

}  // namespace interleave
