#include "app/trace/seq_list.h"

#include "tests/catch.h"

using namespace interleave;

namespace {

// Every length up to a few blocks, with gaps of any width.
struct Growing {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> marks;

  void grow() {
    const auto gap = static_cast<std::uint32_t>(1 + (all.size() * 7 + all.size() / 5) % 9);
    all.push_back(all.empty() ? 3 : all.back() + gap);
    mark(all, marks);
  }
};

std::size_t plain_count(const std::vector<std::uint32_t>& all, std::uint32_t seq) {
  return static_cast<std::size_t>(std::upper_bound(all.begin(), all.end(), seq) - all.begin());
}

}  // namespace

TEST_CASE("a search through the blocks' marks finds what a plain one does") {
  Growing list;
  for (std::size_t size = 0; size < 3 * SeqList::kBlock + 2; ++size, list.grow()) {
    const SeqList events(list.all, list.marks);
    const std::uint32_t end = list.all.empty() ? 5 : list.all.back() + 5;
    bool same = true;
    for (std::uint32_t seq = 0; seq < end; ++seq) {
      same = same && events.count_until(seq) == plain_count(list.all, seq);
      same = same && events.from(seq + 1) == events.after(seq);
    }
    CHECK(same);
    CHECK(events.from(0) == events.begin());
  }
}

TEST_CASE("a walk along a list says the same, however long its strides") {
  Growing list;
  for (std::size_t i = 0; i < 1000; ++i) {
    list.grow();
  }
  const SeqList events(list.all, list.marks);
  for (const std::uint32_t stride : {0U, 1U, 2U, 13U, 160U, 2000U}) {
    SeqWalk walk(events);
    bool same = true;
    std::uint32_t step = stride;
    for (std::uint32_t seq = 0; seq < list.all.back() + 10; seq += std::max(step, 1U)) {
      const std::uint32_t to = seq + stride / 2;
      const bool any = plain_count(list.all, to) > plain_count(list.all, seq);
      same = same && walk.any_within(seq, to) == any;
      same = same && walk.count_until(seq) == plain_count(list.all, seq);
      step = step == stride ? stride / 3 : stride;
    }
    CHECK(same);
  }
}
