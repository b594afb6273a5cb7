#include "app/export/picture.h"

#include <algorithm>

#include "app/timeline/measure.h"
#include "tests/catch.h"
#include "tests/export/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

struct PageSize {
  float width;
  float height;
};

void check_words(const ExportRequest& request) {
  const Page page = compose(request, embedded_measure());
  INFO(page.title << ", " << request.runs.back().title << ", " << request.width << "x"
                  << request.height << (request.axis == Axis::time ? ", time" : ", steps"));
  CHECK(trouble_with_words(embedded_measure(), page.shapes, page.width, page.height) == "");
}

/// "add: running, step 7, 0 s to 0 s", or "add: running, steps 2, 4 and 7, 0 s to 0 s".
bool tells_step(const std::string& title, std::uint32_t step) {
  const std::size_t word = title.find(": running, step");
  if (word == std::string::npos) {
    return title.find("step " + std::to_string(step) + ",") != std::string::npos;
  }
  const std::string numbers = title.substr(word, title.rfind(',') + 1 - word);
  const std::string number = " " + std::to_string(step);
  return numbers.find(number + ",") != std::string::npos ||
         numbers.find(number + " and") != std::string::npos;
}

}  // namespace

TEST_CASE("no words over others and none off the page, in every scenario, mode, size and axis") {
  for (const Scenario& scenario : catalogue()) {
    std::vector<std::string> modes;
    for (const Mode& mode : scenario.modes) {
      modes.push_back(mode.id);
    }
    for (const Axis axis : {Axis::time, Axis::steps}) {
      for (const PageSize size : {PageSize{1280, 800}, {1920, 1080}, {3840, 2160}, {900, 600}}) {
        Exported all = export_of(scenario.id, modes);
        all.request.axis = axis;
        all.request.width = size.width;
        all.request.height = size.height;
        check_words(all.request);
        for (const ExportRun& run : all.request.runs) {
          ExportRequest one = all.request;
          one.runs = {run};
          check_words(one);
          one.until_step = std::min(2U, run.trace->step_count());
          one.listing = true;
          check_words(one);
        }
      }
    }
  }
}

TEST_CASE("every step of every scenario is in its picture, on both axes") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      Exported exported = export_of(scenario.id, {mode.id});
      const Trace& trace = *exported.traces.front();
      if (trace.step_count() > 60) {
        continue;  // folded, as it must be
      }
      for (const Axis axis : {Axis::time, Axis::steps}) {
        exported.request.axis = axis;
        const Page page = compose(exported.request, embedded_measure());
        const auto rects = all_of<RectShape>(page.shapes);
        for (std::uint32_t step = 1; step <= trace.step_count(); ++step) {
          INFO(scenario.id << " " << mode.id << " step " << step);
          CHECK(std::any_of(rects.begin(), rects.end(),
                            [&](const auto& rect) { return tells_step(rect.title, step); }));
        }
      }
    }
  }
}

TEST_CASE("a slide can be read at a third of its size") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  const Page page = compose(exported.request, embedded_measure());
  for (const auto& text : all_of<TextShape>(page.shapes)) {
    INFO(text.form->text);
    CHECK(text.form->size / 3 >= 6);
  }
}

TEST_CASE("the listing stands beside a single run, unless it is not wanted") {
  Exported exported = export_of("hello", {"concurrent"});
  CHECK(has_text(compose(exported.request, embedded_measure()).shapes, "import"));
  exported.request.listing = false;
  CHECK_FALSE(has_text(compose(exported.request, embedded_measure()).shapes, "import"));
}

TEST_CASE("a picture up to a step veils what comes later") {
  Exported exported = export_of("boiling-water", {"concurrent"});
  exported.request.until_step = 8;
  const Page page = compose(exported.request, embedded_measure());
  CHECK(bar_titled(page.shapes, "not reached yet") != nullptr);
}

TEST_CASE("a storyboard has a page for every step") {
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.sheet = Sheet::storyboard;
  CHECK(compose_pages(exported.request, embedded_measure()).size() ==
        exported.traces.front()->step_count());
}

TEST_CASE("the description says in words what the picture shows") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  const std::string text = picture_description(exported.request);
  CHECK(text.find("Sequential: 4.6 s in 3 steps.") != std::string::npos);
  CHECK(text.find("boiling_water blocked the thread for 3 s") != std::string::npos);
  CHECK(text.find("1.6 s saved") != std::string::npos);
}

TEST_CASE("a drawing's picture holds both, the truth and what was drawn, and its words fit") {
  const Exported exported = export_of("boiling-water", {"concurrent"});
  const Trace& trace = *exported.traces.front();
  const SketchGrid grid = sketch_grid(trace, 40);
  for (const float width : {3840.0F, 1920.0F, 1280.0F}) {
    for (const bool told : {false, true}) {
      ExportRequest request = exported.request;
      request.sketch = {grid, empty_sketch(grid),
                        told ? std::optional(true_sketch(trace, grid)) : std::nullopt};
      request.width = width;
      request.height = width * 9 / 16;
      check_words(request);
      CHECK(has_text(compose(request, embedded_measure()).shapes, "drawn") == told);
    }
  }
}
