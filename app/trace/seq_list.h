#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "app/trace/gallop.h"

namespace interleave {

/// Events of one kind or of one task, ascending, and the last of each full block of them again,
/// close together: a search in a long list goes through those and then into one block, so that it
/// waits for memory once or twice and not at every halving.
class SeqList {
 public:
  static constexpr std::size_t kBlock = 32;
  using iterator = std::span<const std::uint32_t>::iterator;

  SeqList() = default;
  /// `marks`: see mark(); empty for a list that is searched plainly.
  SeqList(std::span<const std::uint32_t> all, std::span<const std::uint32_t> marks)
      : all_(all), marks_(marks) {}

  [[nodiscard]] iterator begin() const { return all_.begin(); }
  [[nodiscard]] iterator end() const { return all_.end(); }
  [[nodiscard]] auto rbegin() const { return all_.rbegin(); }
  [[nodiscard]] auto rend() const { return all_.rend(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] std::uint32_t operator[](std::size_t index) const { return all_[index]; }
  [[nodiscard]] std::uint32_t back() const { return all_.back(); }
  // A plain list of numbers where one is wanted.
  operator std::span<const std::uint32_t>() const { return all_; }  // NOLINT

  /// How many of them are at or before `seq`: the index of the first behind it.
  [[nodiscard]] std::size_t count_until(std::uint64_t seq) const {
    return within_block(blocks_until(seq), seq);
  }
  /// How many are before `seq`.
  [[nodiscard]] std::size_t count_before(std::uint64_t seq) const {
    return seq == 0 ? 0 : count_until(seq - 1);
  }
  /// The first at or behind `seq`.
  [[nodiscard]] iterator from(std::uint64_t seq) const { return begin() + at(count_before(seq)); }
  /// The first behind `seq`.
  [[nodiscard]] iterator after(std::uint64_t seq) const { return begin() + at(count_until(seq)); }

 private:
  friend class SeqWalk;

  static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }
  [[nodiscard]] std::size_t blocks_until(std::uint64_t seq) const {
    return static_cast<std::size_t>(std::upper_bound(marks_.begin(), marks_.end(), seq) -
                                    marks_.begin());
  }
  [[nodiscard]] std::size_t within_block(std::size_t block, std::uint64_t seq) const {
    const std::size_t from = block * kBlock;
    const std::size_t to = block < marks_.size() ? from + kBlock : all_.size();
    return static_cast<std::size_t>(
        std::upper_bound(all_.begin() + at(from), all_.begin() + at(to), seq) - all_.begin());
  }

  std::span<const std::uint32_t> all_;
  std::span<const std::uint32_t> marks_;
};

/// For whoever lets a list grow by one: the last of each full block.
inline void mark(const std::vector<std::uint32_t>& all, std::vector<std::uint32_t>& marks) {
  if (all.size() % SeqList::kBlock == 0) {
    marks.push_back(all.back());
  }
}

/// Goes along a list, from left to right: what is asked for may not fall, and lies about as far on
/// each time.
class SeqWalk {
 public:
  explicit SeqWalk(const SeqList& list) : list_(list) {}

  /// How many are at or before `seq`.
  [[nodiscard]] std::size_t count_until(std::uint64_t seq) {
    go_to(seq);
    return list_.within_block(block_, seq);
  }
  /// Whether there is one behind `from` and not behind `to`; mostly the blocks' marks say so.
  [[nodiscard]] bool any_within(std::uint64_t from, std::uint64_t to) {
    go_to(from);
    const auto& marks = list_.marks_;
    if (block_ < marks.size() && marks[block_] <= to) {
      return true;
    }
    const std::size_t first = list_.within_block(block_, from);
    return first < list_.size() && list_[first] <= to;
  }

 private:
  // To the first block that does not end at or before `seq`.
  void go_to(std::uint64_t seq) {
    const auto& marks = list_.marks_;
    block_ = gallop(block_, marks.size(), stride_,
                    [&](std::size_t block) { return marks[block] <= seq; });
  }

  SeqList list_;
  std::size_t block_ = 0;
  std::size_t stride_ = 1;
};

}  // namespace interleave
