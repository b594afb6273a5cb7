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

struct Costs {
  double time_ns = 0;
  double steps_ns = 0;
  double hover_ns = 0;
  double seek_ns = 0;
};

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

  Costs all() {
    Costs costs;
    std::vector<double> hovers;
    costs.time_ns = layouts(Axis::time, hovers);
    costs.steps_ns = layouts(Axis::steps, hovers);
    costs.hover_ns = median(std::move(hovers));
    costs.seek_ns = seeks();
    return costs;
  }

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

  double layouts(Axis axis, std::vector<double>& hovers) {
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
      hovers.push_back(hover(timeline));
    }
    return percentile_95(std::move(all));
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
  std::mt19937 random_{7};
};

Costs costs_of(std::uint64_t events, std::uint32_t live) {
  const Trace trace = large_trace({events, live, 0});
  return Looker(trace).all();
}

double seek_ns(std::uint64_t events) {
  const Trace trace = large_trace({events, 500, 10});
  return Looker(trace).seeks();
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

}  // namespace

std::vector<Row> scale_rows() {
  const Costs small = costs_of(kSmall, 50);
  const Costs large = costs_of(kLarge, 50);
  const Costs small_crowd = costs_of(kSmall, 500);
  const Costs large_crowd = costs_of(kLarge, 500);
  return {
      row("a window of 50 lanes, time axis, 95th percentile,", large.time_ns, small.time_ns),
      row("a window of 50 lanes, steps axis, 95th percentile,", large.steps_ns, small.steps_ns),
      row("hovering", large.hover_ns, small.hover_ns),
      row("the state at a random event, 50 tasks,", large.seek_ns, small.seek_ns),
      row("the state at a random event, 500 tasks,", large_crowd.seek_ns, small_crowd.seek_ns),
      row("the same, 500 tasks alive, many ended,", seek_ns(kLarge), seek_ns(kSmall)),
      {"an event, indexed, with keyframes", "bytes", "40 bytes", bytes_an_event(), 40, 1, 0.75},
  };
}

}  // namespace interleave::bench
