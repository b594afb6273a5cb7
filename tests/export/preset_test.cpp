#include "app/export/preset.h"

#include <algorithm>

#include "app/export/picture.h"
#include "app/timeline/measure.h"
#include "tests/catch.h"
#include "tests/export/runs.h"
#include "tests/timeline/shapes_of.h"

using namespace interleave;
using namespace interleave::test;

namespace {

std::string smallest_text(const Page& page, float least) {
  for (const auto& text : all_of<TextShape>(page.shapes)) {
    if (text.form->size < least - 0.01F) {
      return "'" + text.form->text + "' is " + std::to_string(text.form->size);
    }
  }
  return {};
}

void check_page(const Page& page, float least) {
  CHECK(trouble_with_words(embedded_measure(), page.shapes, page.width, page.height) == "");
  CHECK(smallest_text(page, least) == "");
}

Exported comparison_of(const Scenario& scenario) {
  std::vector<std::string> modes;
  for (const Mode& mode : scenario.modes) {
    modes.push_back(mode.id);
  }
  return export_of(scenario.id, modes);
}

}  // namespace

TEST_CASE(
    "in every scenario and preset no words lie over others, leave the page or are too small") {
  for (const Scenario& scenario : catalogue()) {
    const Exported exported = comparison_of(scenario);
    for (const PagePreset& preset : page_presets()) {
      for (const Axis axis : {Axis::time, Axis::steps}) {
        ExportRequest request = exported.request;
        request.axis = axis;
        apply_preset(request, preset);
        INFO(scenario.id << ", " << preset.name << (axis == Axis::time ? ", time" : ", steps"));
        check_page(compose(request, embedded_measure()), preset.least_type);
      }
    }
  }
}

TEST_CASE("storyboards and handouts keep to their presets, with listing, loop and output") {
  for (const Scenario& scenario : catalogue()) {
    Exported exported = export_of(scenario.id, {scenario.default_mode});
    for (const PagePreset& preset : page_presets()) {
      ExportRequest request = exported.request;
      apply_preset(request, preset);
      INFO(scenario.id << ", " << preset.name);
      request.sheet = Sheet::handout;
      check_page(compose_page(request, embedded_measure(), 0), preset.least_type);
      check_page(compose_page(request, embedded_measure(), 1), preset.least_type);
      request.sheet = Sheet::storyboard;
      request.output = true;
      const std::size_t middle = page_count(request) / 2;
      check_page(compose_page(request, embedded_measure(), middle), preset.least_type);
    }
  }
}

TEST_CASE("a column's figure is 84 mm wide, has no title and is no higher than need be") {
  Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  apply_preset(exported.request, *find_preset("column"));
  const Page page = compose(exported.request, embedded_measure());
  CHECK(page.width / 72 * 25.4F > 83.9F);
  CHECK(page.width / 72 * 25.4F < 84.1F);
  CHECK(page.height < find_preset("column")->height);
  CHECK_FALSE(has_text(page.shapes, "Reading, messages and boiling water"));
}

TEST_CASE("a span of steps shows those steps and no others") {
  Exported exported = export_of("boiling-water", {"concurrent"});
  for (const Axis axis : {Axis::time, Axis::steps}) {
    exported.request.axis = axis;
    exported.request.span = {Axis::steps, 5, 7};
    const Page page = compose(exported.request, embedded_measure());
    bool five = false;
    for (const auto& rect : all_of<RectShape>(page.shapes)) {
      five = five || rect.title.find(", step 5,") != std::string::npos;
      CHECK(rect.title.find(", step 11,") == std::string::npos);
    }
    CHECK(five);
  }
}

TEST_CASE("title, caption and legend can each be left out, and output be added") {
  Exported exported = export_of("hello", {"concurrent"});
  const Scenario& scenario = *find_scenario("hello");
  const auto shown = [&](const char* words) {
    return has_text(compose(exported.request, embedded_measure()).shapes, words);
  };
  CHECK(shown(scenario.title.c_str()));
  CHECK(shown("suspended"));
  CHECK_FALSE(shown("Output"));
  exported.request.show_title = false;
  exported.request.show_legend = false;
  exported.request.output = true;
  CHECK_FALSE(shown(scenario.title.c_str()));
  CHECK_FALSE(shown("suspended"));
  CHECK(shown("Output"));
}

TEST_CASE("a handout asks, and only its solution tells") {
  Exported exported = export_of("boiling-water", {"concurrent"});
  exported.request.sheet = Sheet::handout;
  const Page sheet = compose_page(exported.request, embedded_measure(), 0);
  const Page solution = compose_page(exported.request, embedded_measure(), 1);
  CHECK_FALSE(has_text(sheet.shapes, "3.0 s"));
  CHECK(has_text(solution.shapes, "3.0 s"));
  CHECK(has_text(sheet.shapes, "boiling_water"));
}

TEST_CASE("a solution says whose values its notice is of when others were run") {
  constexpr const char* kOwn = "With the lesson's own values";
  Exported exported = export_of("boiling-water", {"concurrent"});
  const auto tells = [&](const Trace& trace) {
    exported.request.runs = {described(trace)};
    exported.request.sheet = Sheet::handout;
    const auto says = [&](std::size_t page) {
      const auto texts = texts_of(compose_page(exported.request, embedded_measure(), page).shapes);
      return std::any_of(texts.begin(), texts.end(),
                         [](const std::string& text) { return text.starts_with(kOwn); });
    };
    CHECK_FALSE(says(0));
    return says(1);
  };
  CHECK_FALSE(tells(*exported.traces.front()));
  TraceHeader header = exported.traces.front()->header();
  header.params.front().second += 1;
  Trace other(header, exported.traces.front()->shared_log());
  other.catch_up();
  CHECK(tells(other));
}
