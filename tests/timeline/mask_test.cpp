// While a class is asked what comes next: nothing beyond the playhead is laid out.

#include <string>

#include "app/timeline/layout.h"
#include "app/timeline/measure.h"
#include "tests/catch.h"
#include "tests/timeline/everything.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/trace/runs.h"

namespace interleave {
namespace {

using test::kMs;
using test::kSecond;

/// The view of one run that is known up to `seq` and no further.
struct Masked {
  Masked(const Trace& whole, Seq seq, Axis axis) : beginning(Trace::beginning_of(whole, seq + 1)) {
    view.axis = axis;
    view.mask = true;
    view.runs.resize(1);
    view.runs[0].trace = &beginning;
    view.runs[0].playhead = seq;
  }
  [[nodiscard]] Timeline laid_out() const { return layout(view, embedded_measure()); }

  Trace beginning;
  TimelineView view;
};

/// How far to the right anything that tells of an event is painted.
float furthest(const Timeline& timeline) {
  float right = 0;
  std::vector<float> clips = {1e6F};
  for (const Shape& shape : timeline.shapes) {
    if (const auto* clip = std::get_if<PushClip>(&shape.form)) {
      clips.push_back(std::min(clips.back(), clip->box.right()));
    } else if (std::holds_alternative<PopClip>(shape.form)) {
      clips.pop_back();
    } else if (const auto* rect = std::get_if<RectShape>(&shape.form)) {
      const bool tells = !shape.title.empty() && !shape.title.starts_with("all at ") &&
                         shape.title != "not reached yet" &&
                         shape.title.find(" steps at ") == std::string::npos &&
                         rect->box.x < clips.back();
      right = tells ? std::max(right, std::min(rect->box.right(), clips.back())) : right;
    }
  }
  return right;
}

TEST_CASE("masked: runs that begin alike look alike, however they go on") {
  // The pages take the same time up to 0.4 s and then more.
  const Trace quick = test::boiling_water_concurrent(200 * kMs);
  const Trace slow = test::boiling_water_concurrent(300 * kMs);
  Seq same = 0;
  while (quick[same] == slow[same]) {
    ++same;
  }
  REQUIRE(same > 10);
  for (const Axis axis : {Axis::time, Axis::steps}) {
    for (Seq seq = 0; seq < same; ++seq) {
      CHECK(test::everything(Masked(quick, seq, axis).laid_out()) ==
            test::everything(Masked(slow, seq, axis).laid_out()));
    }
  }
}

TEST_CASE("masked: bars and marks end at the playhead, and nothing tells the run's length") {
  for (const auto& [name, whole] : test::all_runs()) {
    INFO(name);
    if (whole.size() > 1000) {
      continue;  // nothing in it that the small ones don't have
    }
    for (const Axis axis : {Axis::time, Axis::steps}) {
      for (const std::uint32_t stop : whole.stops()) {
        const Masked masked(whole, stop, axis);
        if (masked.beginning.complete()) {
          continue;  // at the end there is nothing left to mask
        }
        const Timeline timeline = masked.laid_out();
        INFO("stop " << stop);
        for (const Hit& hit : timeline.hits) {
          CHECK(hit.seq <= stop);
        }
        CHECK(furthest(timeline) <= timeline.runs[0].playhead_x + 4.5F);
        for (const std::string& text : test::texts_of(timeline.shapes)) {
          CHECK(text.find(" of ") == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("a masked axis reaches a quarter further than the playhead, in round numbers") {
  CHECK(masked_extent(Axis::time, 0) == 1e9);
  CHECK(masked_extent(Axis::time, 0.8e9) == 1e9);
  CHECK(masked_extent(Axis::time, 1.2e9) == 1.5e9);
  CHECK(masked_extent(Axis::time, 3e9) == 5e9);
  CHECK(masked_extent(Axis::time, 70e9) == 100e9);
  CHECK(masked_extent(Axis::steps, 0) == 8);
  CHECK(masked_extent(Axis::steps, 8) == 12);
}

TEST_CASE("the last stop of a masked run shows it whole") {
  const Trace whole = test::boiling_water_concurrent();
  const Timeline timeline = Masked(whole, whole.size() - 1, Axis::time).laid_out();
  CHECK(test::has_text(timeline.shapes, "3.0 s"));
}

}  // namespace
}  // namespace interleave
