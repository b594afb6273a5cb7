// What looking at a run of ten million events costs, against one of ten thousand: it ought to
// follow the pixels.

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "app/timeline/layout.h"
#include "app/timeline/minimap.h"
#include "app/trace/narration.h"
#include "app/trace/span_words.h"
#include "tests/bench/bench.h"
#include "tests/bench/large_trace.h"

namespace interleave::bench {

namespace {

constexpr std::uint64_t kSmall = 10'000;
constexpr std::uint64_t kLarge = 10'000'000;
constexpr int kViews = 200;
constexpr int kSeeks = 400;

double percentile_95(std::vector<double> all) {
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() * 95 / 100);
  std::nth_element(all.begin(), at, all.end());
  return *at;
}

double median(std::vector<double> all) {
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), at, all.end());
  return *at;
}

class Looker {
 public:
  explicit Looker(const Trace& trace) : trace_(trace), states_(trace) { states_.catch_up(); }

  /// Of so many views, the 95th percentile; the mouse goes over each of them, too.
  double windows(Axis axis) {
    std::vector<double> all;
    for (int i = 0; i < kViews; ++i) {
      const TimelineView view = window(axis);
      Timeline timeline;
      const double ns = nanoseconds(
          [&] {
            timeline = layout(view, embedded_measure());
            static_cast<void>(minimap(view, {0, 0, view.width, 24}, map_rows_));
          },
          1);
      if (i > 0) {  // the first fills the cache of letters' widths
        all.push_back(ns);
      }
      hovers_.push_back(hover(timeline));
    }
    return percentile_95(std::move(all));
  }

  /// In all windows() so far.
  double hovering() const { return median(hovers_); }

  double seeks() {
    std::vector<double> all;
    for (int i = 0; i < kSeeks; ++i) {
      const Seq seq = random_() % trace_.size();
      all.push_back(nanoseconds([&] { static_cast<void>(states_.at(seq)); }, 1));
    }
    return median(std::move(all));
  }

 private:
  // As the window has it, and as flat that all lanes are in sight.
  TimelineView window(Axis axis) {
    TimelineView view;
    view.axis = axis;
    view.width = 1920;
    view.height = 1080;
    view.metrics.lane_pitch = 18;
    view.metrics.bar_height = 10;
    view.show_handles = true;
    RunView run;
    run.trace = &trace_;
    run.title = "Concurrent";
    run.playhead = random_() % trace_.size();
    run.state = &states_.at(run.playhead);
    view.runs.push_back(run);
    view.selected_task = 1 + static_cast<TaskId>(random_() % 50);
    // From everything down to a few events, around the playhead.
    const double whole = full_extent(view);
    const double few = 5 * whole / static_cast<double>(trace_.size());
    const double part = std::uniform_real_distribution<double>(0, 1)(random_);
    const double length = whole * std::pow(few / whole, part);
    const double now = axis_value(trace_, axis, run.playhead);
    view.from = std::clamp(now - length / 2, 0.0, whole - length);
    view.to = view.from + length;
    return view;
  }

  // The mouse goes over the lanes.
  double hover(const Timeline& timeline) {
    constexpr int kMoves = 10;
    std::vector<Point> places;
    for (int i = 0; i < kMoves; ++i) {
      places.push_back(
          {250 + static_cast<float>(random_() % 1600), 60 + static_cast<float>(random_() % 960)});
    }
    return nanoseconds(
        [&] {
          for (const Point& at : places) {
            const Hit* hit = timeline.hit_at(at);
            if (hit != nullptr && hit->seq < trace_.size()) {
              static_cast<void>(hit->what == Hit::What::span
                                    ? sentence_at(trace_, hit->task, hit->seq)
                                    : describe(trace_, hit->seq));
            }
          }
        },
        kMoves);
  }

  const Trace& trace_;
  StateReader states_;
  MinimapRows map_rows_;
  std::vector<double> hovers_;
  std::mt19937 random_{7};
};

// In the window's usual rows of 46 pixels: some 20 lanes are in sight, all others are passed by.
Row lanes_row() {
  const auto of = [](std::uint32_t lanes) { return large_trace({1'000'000, lanes, 0}); };
  const Trace many = of(100'000);
  const Trace few = of(1'000);
  const auto frame = [](const Trace& trace, StateReader& states) {
    TimelineView view;
    view.width = 1920;
    view.height = 1080;
    view.show_handles = true;
    RunView run;
    run.trace = &trace;
    run.playhead = trace.size() / 2;
    run.state = &states.at(run.playhead);
    view.runs.push_back(run);
    view.from = 0.4 * full_extent(view);
    view.to = 0.6 * full_extent(view);
    view.scroll_y = 300;
    view.selected_task = 5;
    return nanoseconds([&] { static_cast<void>(layout(view, embedded_measure())); }, 1);
  };
  StateReader in_many(many);
  StateReader in_few(few);
  const std::vector<double> costs =
      medians({[&] { return frame(many, in_many); }, [&] { return frame(few, in_few); }}, kRuns);
  return {"a window's layout of 100,000 lanes", "ns", "1,000 lanes", costs[0], costs[1], 3, 1.5};
}

// With what every table of the log, the index and the keyframes holds.
double bytes_an_event() {
  const auto before = mallinfo2();
  const Trace trace = large_trace({kLarge, 50, 0});
  StateReader states(trace);
  states.catch_up();
  const auto after = mallinfo2();
  const auto in_use = [](const struct mallinfo2& all) { return all.uordblks + all.hblkhd; };
  return static_cast<double>(in_use(after) - in_use(before)) / static_cast<double>(trace.size());
}

Row row(const std::string& what, double large, double small) {
  return {what + " of 10,000,000 events", "ns", "10,000 events", large, small, 3, 1.5};
}

/// Few and many events, looked at in turn.
Row row_in_turn(const std::string& what, Looker& large, Looker& small,
                const std::function<double(Looker&)>& cost) {
  const std::vector<double> costs =
      medians({[&] { return cost(large); }, [&] { return cost(small); }}, kFewRuns);
  return row(what, costs[0], costs[1]);
}

Row seek_row(const std::string& what, std::uint32_t live, std::uint32_t steps_of_a_task) {
  const Trace large = large_trace({kLarge, live, steps_of_a_task});
  const Trace small = large_trace({kSmall, live, steps_of_a_task});
  Looker at_large(large);
  Looker at_small(small);
  return row_in_turn(what, at_large, at_small, [](Looker& looker) { return looker.seeks(); });
}

std::vector<Row> window_rows() {
  const Trace large = large_trace({kLarge, 50, 0});
  const Trace small = large_trace({kSmall, 50, 0});
  Looker at_large(large);
  Looker at_small(small);
  const auto windows = [](Axis axis) {
    return [axis](Looker& looker) { return looker.windows(axis); };
  };
  std::vector<Row> rows = {row_in_turn("a window of 50 lanes, time axis, 95th percentile,",
                                       at_large, at_small, windows(Axis::time)),
                           row_in_turn("a window of 50 lanes, steps axis, 95th percentile,",
                                       at_large, at_small, windows(Axis::steps))};
  rows.push_back(row("hovering", at_large.hovering(), at_small.hovering()));
  rows.push_back(row_in_turn("the state at a random event, 50 tasks,", at_large, at_small,
                             [](Looker& looker) { return looker.seeks(); }));
  return rows;
}

}  // namespace

std::vector<Row> scale_rows() {
  std::vector<Row> rows = window_rows();
  rows.push_back(seek_row("the state at a random event, 500 tasks,", 500, 0));
  rows.push_back(seek_row("the same, 500 tasks alive, many ended,", 500, 10));
  rows.push_back(lanes_row());
  rows.push_back(
      {"an event, indexed, with keyframes", "bytes", "40 bytes", bytes_an_event(), 40, 1, 0.75});
  return rows;
}

}  // namespace interleave::bench
