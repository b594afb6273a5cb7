#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/handle.h"
#include "runtime/mutation.h"

namespace interleave {

/// A handle that becomes ready at a time: a timer's, a job's end.
class DueHandle : public Callback {
 public:
  DueHandle(CallbackKind kind, std::int64_t due_ns) : Callback(kind, 0), due_ns_(due_ns) {}

  /// Its time has come: it has just been put on the ready queue.
  virtual void on_due() = 0;
  [[nodiscard]] std::int64_t due_ns() const { return due_ns_; }
  /// In the heap, and not yet due.
  bool pending = false;

 protected:
  void set_due(std::int64_t due_ns) { due_ns_ = due_ns; }

 private:
  std::int64_t due_ns_;
};

/// A heap by (due time, number): among equals the one that was numbered first. Cancelled ones stay
/// in it as they do in asyncio: they are dropped when they stand first as an iteration begins, and
/// so never advance the clock; one that falls due behind another goes to the ready queue with it.
class DueQueue {
 public:
  /// Numbers are given out at setting (timers) or submission (jobs), from one counter.
  [[nodiscard]] std::uint64_t next_number() { return ++last_number_; }

  void push(DueHandle& handle, std::uint64_t number) {
    handle.pending = true;
    heap_.push_back(Entry{handle.due_ns(), number, Ref<DueHandle>(&handle)});
    std::push_heap(heap_.begin(), heap_.end(), later);
  }
  /// A handle that is pending here has been cancelled.
  void note_cancelled() { ++cancelled_; }
  /// Drops the cancelled ones that stand first; all of them where they are more than half of many.
  void drop_cancelled() {
    if (heap_.size() > kMany && cancelled_ * 2 > heap_.size()) {
      std::erase_if(heap_, [](const Entry& entry) { return entry.handle->cancelled(); });
      std::make_heap(heap_.begin(), heap_.end(), later);
      cancelled_ = 0;
      return;
    }
    while (!heap_.empty() && heap_.front().handle->cancelled()) {
      cancelled_ -= cancelled_ > 0 ? 1 : 0;
      take_first();
    }
  }
  /// The earliest, or nullptr.
  [[nodiscard]] DueHandle* top() const {
    return heap_.empty() ? nullptr : heap_.front().handle.get();
  }
  /// Takes away what top() gave.
  Ref<DueHandle> pop() {
    heap_.front().handle->pending = false;
    return take_first();
  }
  void clear() { heap_.clear(); }

 private:
  struct Entry {
    std::int64_t due_ns;
    std::uint64_t number;
    Ref<DueHandle> handle;
  };
  static bool later(const Entry& a, const Entry& b) {
    if (mutated(Mutation::equal_timers_reversed) && a.due_ns == b.due_ns) {
      return a.number < b.number;
    }
    return a.due_ns != b.due_ns ? a.due_ns > b.due_ns : a.number > b.number;
  }
  Ref<DueHandle> take_first() {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    Ref<DueHandle> handle = std::move(heap_.back().handle);
    heap_.pop_back();
    return handle;
  }

  /// asyncio's _MIN_SCHEDULED_TIMER_HANDLES.
  static constexpr std::size_t kMany = 100;

  std::vector<Entry> heap_;
  /// As asyncio counts them: those that went to the ready queue are not taken off.
  std::size_t cancelled_ = 0;
  std::uint64_t last_number_ = 0;
};

}  // namespace interleave
