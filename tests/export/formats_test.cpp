#include "app/export/formats.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/export/json_text.h"
#include "app/export/python_words.h"
#include "app/export/text_rows.h"
#include "app/export/text_timeline.h"
#include "app/export/text_width.h"

#include "nlohmann/json.hpp"
#include "tests/catch.h"
#include "tests/export/image.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

TEST_CASE("a format is found by name and by a path's ending") {
  CHECK(find_format("svg")->name == "svg");
  CHECK(find_format("bmp") == nullptr);
  CHECK(format_for_path("a/b.PDF")->name == "pdf");
  CHECK(format_for_path("a/b.json")->name == "chrome");
  CHECK(format_for_path("a.b/c") == nullptr);
  CHECK(format_names(Format::What::picture) == "png, svg, pdf, gif");
}

TEST_CASE("a PNG has the size that was asked for, times its scale") {
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.width = 640;
  exported.request.height = 400;
  exported.request.scale = 2;
  exported.request.format = "png";
  const Image image = read_png(export_bytes(exported.request).value());
  CHECK(image.width == 1280);
  CHECK(image.height == 800);
  exported.request.theme = ThemeId::dark;
  const Image dark = read_png(export_bytes(exported.request).value());
  CHECK(image.at(0, 0) == 0xFFFFFF);
  CHECK(dark.at(0, 0) == 0x1B1F26);
}

TEST_CASE("JSON Lines: a header, then an event a line, each valid, in the schema's order") {
  const Exported exported = export_of("hello", {"concurrent"});
  ExportRequest request = exported.request;
  request.format = "jsonl";
  const std::string bytes = export_bytes(request).value();
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++count) {
    const std::size_t end = bytes.find('\n', at);
    REQUIRE(end != std::string::npos);
    const std::string line = bytes.substr(at, end - at);
    CHECK_NOTHROW(nlohmann::json::parse(line));
    if (count > 0) {
      CHECK(line.substr(0, 7) == "{\"seq\":");
    }
    at = end + 1;
  }
  CHECK(count == exported.traces.front()->size() + 1);
  CHECK(bytes.find("{\"seq\":0,\"t_ns\":0,\"iteration\":0,\"step\":0,\"kind\":"
                   "\"program_started\"}\n") != std::string::npos);
}

TEST_CASE("texts are escaped as JSON wants it, and nothing else is touched") {
  std::string out;
  append_json_text(out, "a\"b\\c\n\t\x01é…");
  CHECK(out == "\"a\\\"b\\\\c\\n\\t\\u0001é…\"");
  out.clear();
  append_json_text(out, "\xFF");
  CHECK_NOTHROW(nlohmann::json::parse(out));
  CHECK(json_number(4) == "4");
  CHECK(json_number(0.2) == "0.2");
}

TEST_CASE("Chrome's format has times in order, and each arrow one beginning and then one end") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      INFO(scenario.id << " " << mode.id);
      Exported exported = export_of(scenario.id, {mode.id});
      exported.request.format = "chrome";
      const auto json = nlohmann::json::parse(export_bytes(exported.request).value());
      std::set<int> rows;
      std::map<int, std::string> flows;
      double last = 0;
      for (const auto& event : json["traceEvents"]) {
        const std::string phase = event["ph"];
        if (phase == "M") {
          rows.insert(event["tid"].get<int>());
          continue;
        }
        CHECK(event["ts"].get<double>() >= last);
        last = event["ts"].get<double>();
        if (phase == "s" || phase == "f") {
          CHECK(rows.contains(event["tid"].get<int>()));
          flows[event["id"].get<int>()] += phase;
        }
      }
      CHECK(std::all_of(flows.begin(), flows.end(),
                        [](const auto& flow) { return flow.second == "sf"; }));
    }
  }
}

TEST_CASE("Chrome's format is one JSON value with disjoint slices in every row") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      Exported exported = export_of(scenario.id, {mode.id});
      exported.request.format = "chrome";
      const auto json = nlohmann::json::parse(export_bytes(exported.request).value());
      std::map<int, double> ends;
      for (const auto& event : json["traceEvents"]) {
        if (event["ph"] != "X") {
          continue;
        }
        double& end = ends[event["tid"].get<int>()];
        CHECK(event["ts"].get<double>() >= end);
        end = event["ts"].get<double>() + event["dur"].get<double>();
      }
    }
  }
}

TEST_CASE("a file of events holds one run") {
  Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  for (const char* format : {"jsonl", "csv", "chrome", "mermaid"}) {
    exported.request.format = format;
    CHECK_FALSE(export_bytes(exported.request));
  }
}

TEST_CASE("CSV has a row an event, and as many fields in each") {
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.format = "csv";
  const std::string csv = export_bytes(exported.request).value();
  std::size_t rows = 0;
  bool quoted = false;
  int fields = 1;
  for (const char c : csv) {
    quoted = c == '"' ? !quoted : quoted;
    fields += !quoted && c == ',' ? 1 : 0;
    if (!quoted && c == '\n') {
      CHECK(fields == 10);
      fields = 1;
      ++rows;
    }
  }
  CHECK(rows == exported.traces.front()->size() + 1);
}

TEST_CASE("no line of a timeline in text is wider than the terminal") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      const Exported exported = export_of(scenario.id, {mode.id});
      for (const int width : {40, 80, 200}) {
        for (const Axis axis : {Axis::time, Axis::steps}) {
          TextStyle style;
          style.axis = axis;
          style.width = width;
          const std::string text = text_timeline(exported.request.runs, style);
          for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            const std::string line = text.substr(at, end - at);
            INFO(scenario.id << " " << mode.id << ": " << line);
            CHECK(text_width(line) <= static_cast<std::size_t>(width));
            at = end + 1;
          }
        }
      }
    }
  }
}

TEST_CASE("a timeline in plain ASCII has nothing else in it") {
  const Exported exported = export_of("boiling-water", {"sequential", "concurrent"});
  TextStyle style;
  style.ascii = true;
  for (const char c : text_timeline(exported.request.runs, style)) {
    CHECK((c == '\n' || (c >= ' ' && c <= '~')));
  }
}

TEST_CASE("colours are only there if asked for") {
  const Exported exported = export_of("hello", {"concurrent"});
  TextStyle style;
  CHECK(text_timeline(exported.request.runs, style).find('\x1b') == std::string::npos);
  style.colour = true;
  CHECK(text_timeline(exported.request.runs, style).find('\x1b') != std::string::npos);
}

TEST_CASE("Python's words join to the line again") {
  const std::string line = "    async def f(x):  # \"note\" print(f'a {x}', 12.5)";
  std::string joined;
  for (const PythonToken& token : python_tokens(line)) {
    joined += token.text;
  }
  CHECK(joined == line);
  CHECK(python_tokens("return 'it\\'s'")[2].word == PythonWord::text);
  CHECK(python_tokens("def f")[2].word == PythonWord::name);
}
