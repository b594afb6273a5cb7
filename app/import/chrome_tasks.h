#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/import/chrome_points.h"

namespace interleave {

/// Tells a Chrome trace as events of ours: a row is a task, its outermost slices are runs of it and
/// the slices within them coroutines that it enters; between slices it is suspended, for as long as
/// an asynchronous span is open on its row for that; counters are resources, arrows say who woke
/// whom, instants are output.
class ChromeTasks {
 public:
  /// All must outlive it; the points are closed.
  ChromeTasks(EventLog& log, ChromePoints& points, PassedOver& passed_over)
      : log_(log), points_(points), passed_over_(passed_over), rows_(points.rows().size()) {}

  /// The next points, so many at most; false after the last, when the program has finished.
  bool advance(std::size_t points);

 private:
  struct Open {
    std::uint32_t slice;
    std::int64_t end_ns;
    TextId name;
  };
  struct Row {
    TaskId task = 0;
    std::uint64_t points_told = 0;
    std::vector<Open> stack;
    /// Names of the asynchronous spans that are open, the first first.
    std::vector<TextId> waits;
    bool started = false;
    bool ready = false;
  };

  void tell(const ChromePoint& point);
  void create(Row& row, const ChromeRow& from);
  void enter(Row& row, const ChromePoint& point);
  void leave(Row& row, std::uint32_t slice);
  void leave_top(Row& row);
  void give_thread(Row& row);
  void suspend(Row& row);
  void wake(const Row& by, Row& row);
  void wait(Row& row, TextId name, bool begins);
  void count(const Row& row, const ChromePoint& point);
  ResourceId resource(TextId name, ResourceType type, TaskId by);
  Event& append(Kind kind, TaskId task = kNoTask);

  EventLog& log_;
  ChromePoints& points_;
  PassedOver& passed_over_;
  std::vector<Row> rows_;
  std::unordered_map<std::uint64_t, ResourceId> resources_;
  std::int64_t now_ns_ = 0;
  std::uint32_t step_ = 0;
  bool begun_ = false;
};

}  // namespace interleave
