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
  texts_.emplace_back();  // kNoText
  grow();
  base_ = 0;
}

void EventLog::grow() {
  if (retention_ == Retention::keep || chunks_.empty()) {
    chunks_.push_back({std::make_unique_for_overwrite<RawEvents>()});
  } else {
    moments_.clear();
    wide_.clear();
  }
  base_ += kChunkSize;
  next_ = chunks_.back().events();
  end_ = next_ + kChunkSize;
  stop_ = next_;
  chunks_.back().first_moment = moments_.size();
}

// From now on events are of that key; the next one is the first.
void EventLog::begin_moment(const Moment& key) {
  moments_.push_back(key);
  const std::size_t place = moments_.size() - 1 - chunks_.back().first_moment;
  stamp_ = static_cast<std::uint32_t>(place) - (key.step << 16U);
}

void EventLog::prepare(const Moment& key, std::uint64_t most) {
  settle();
  if (next_ == end_) {
    grow();
  }
  // Of a chunk's events each begins one at most, so a place within the chunk fits its 16 bits; and
  // a step that is told of is an event too.
  const bool first = moments_.size() == chunks_.back().first_moment;
  if (first || moments_.back().t_ns != key.t_ns || moments_.back().iteration != key.iteration ||
      key.step - moments_.back().step >= kChunkSize) {
    begin_moment(key);
  }
  const auto left = static_cast<std::uint64_t>(end_ - next_);
  stop_ = next_ + std::min(left, most);
}

Event& EventLog::append() {
  settle();
  if (next_ == end_) {
    grow();
  }
  staged_ = Event{};
  staged_at_ = next_++;
  stop();
  return staged_;
}

// The event that was appended last has been filled in: packs it.
void EventLog::settle() {
  if (staged_at_ == nullptr) {
    return;
  }
  PackedEvent* place = std::exchange(staged_at_, nullptr);
  next_ = place;
  prepare({staged_.t_ns, staged_.iteration, staged_.step}, 1);
  const std::uint32_t b = staged_.b;
  put(staged_.kind, staged_.code, staged_.task, staged_.line, staged_.a, staged_.step);
  if (b != 0) {
    *place = place->widened(static_cast<std::uint32_t>(wide_.size()));
    wide_.push_back(static_cast<std::uint64_t>(staged_.duration()));
  }
}

Event EventLog::operator[](std::uint64_t seq) const {
  const Chunk& chunk = chunks_[retention_ == Retention::keep ? seq >> kChunkBits : 0];
  const PackedEvent& packed = chunk.events()[seq & (kChunkSize - 1)];
  if (&packed == staged_at_) {
    return staged_;
  }
  Event event = packed.unpacked(moments_[chunk.first_moment + packed.moment()]);
  if (packed.wide()) {
    event.set_duration(static_cast<std::int64_t>(wide_[packed.a()]));
  }
  return event;
}

std::uint64_t EventLog::event_bytes() const {
  return chunks_.capacity() * sizeof(chunks_[0]) + chunks_.size() * sizeof(RawEvents) +
         moments_.capacity() * sizeof(Moment) + wide_.capacity() * sizeof(std::uint64_t);
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

TaskId EventLog::add(TaskInfo info) { return add_to(tasks_, NamedTask{info}); }
TimerId EventLog::add(TimerInfo info) { return add_to(timers_, std::move(info)); }
WaitId EventLog::add(WaitInfo info) { return add_to(waits_, std::move(info)); }
ResourceId EventLog::add(ResourceInfo info) { return add_to(resources_, std::move(info)); }
JobId EventLog::add(JobInfo info) { return add_to(jobs_, std::move(info)); }
ChangeId EventLog::add(ChangeInfo info) { return add_to(changes_, std::move(info)); }

TextId EventLog::nth_name(TextId base, std::uint32_t nth) {
  return nth == 1 ? base : intern(std::string(text(base)) + " " + std::to_string(nth));
}

TextId EventLog::unique_name(Family family, std::string_view base) {
  const TextId id = intern(base);
  return nth_name(id, count_name(family, id));
}

// A log that is only read is the same before and after, but for where the text lies.
void EventLog::put_name_together(NamedTask& task) const {
  task.name = const_cast<EventLog*>(this)->nth_name(task.name, task.nth);
  task.label = task.label == kNoText ? task.name : task.label;
  task.nth = 0;
}

}  // namespace interleave
