// Names that mean something to a format, or that no typeface here has: in every format.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/export/json_text.h"
#include "app/export/picture.h"
#include "app/export/text_timeline.h"
#include "app/timeline/one_line.h"
#include "app/timeline/utf8.h"
#include "tests/catch.h"
#include "tests/export/runs.h"
#include "tests/import/files.h"

using namespace interleave;
using namespace interleave::test;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::vector<std::string> kNames = {"<b>&\"x\"</b> 'y'",  "two\nlines\r\nand\ta tab",
                                         "שלום עולם",          "🎉 party 👩‍👩‍👧",
                                         "e\u0301te\u0301",    "日本語",
                                         "x\u202Egnirts",      "bell\x07 esc\x1b[31m",
                                         "a,b;c #1 %%{init}%%"};

/// A task of each name that runs and ends, as jsonl.
std::string strange_trace() {
  std::string text =
      "{\"format\":\"interleave-trace\",\"version\":1,\"params\":{},\"clock\":\"virtual\","
      "\"source\":\"runtime\"}\n";
  int seq = 0;
  std::size_t step = 0;
  const auto line = [&](const std::string& kind, const std::string& more) {
    text += "{\"seq\":" + std::to_string(seq++) + ",\"t_ns\":" + std::to_string(step * 1000000) +
            ",\"iteration\":0,\"step\":" + std::to_string(step) + ",\"kind\":\"" + kind + "\"" +
            more + "}\n";
  };
  const auto quoted = [](const std::string& name) {
    std::string json;
    append_json_text(json, name);
    return json;
  };
  line("program_started", "");
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::string name = quoted(kNames[i]);
    line("task_created", ",\"task\":" + std::to_string(i + 1) + ",\"name\":" + name +
                             ",\"label\":" + name + ",\"parent\":0,\"coroutine\":" + name);
  }
  for (step = 1; step <= kNames.size(); ++step) {
    const std::string task = ",\"task\":" + std::to_string(step);
    line("task_started", task);
    line("output", task + ",\"text\":" + quoted(kNames[step - 1]));
    line("worked", task + ",\"duration_ns\":1000000");
  }
  --step;
  text.pop_back();
  text += '\n';
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    line("task_finished", ",\"task\":" + std::to_string(i + 1));
  }
  line("program_finished", "");
  return text;
}

struct Strange {
  std::unique_ptr<TraceReader> reader = read_text(strange_trace());
  Trace trace{reader->header(), reader->log()};

  [[nodiscard]] std::string as(const char* format) const {
    ExportRequest request;
    request.runs = {described(trace)};
    request.format = format;
    return export_bytes(request).value();
  }
};

bool has_broken_utf8_or_control(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if ((c == 0xFFFD && text.compare(start, at - start, "\uFFFD") != 0) ||
        (c < 0x20 && c != U'\n') || (c >= 0x202A && c <= 0x202E)) {
      return true;
    }
  }
  return false;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("strange names come back from our lines and from Chrome's format as they were") {
  const Strange strange;
  CHECK(strange.as("jsonl") == strange_trace());
  const auto again = read_text(strange.as("chrome"));
  CHECK(everything_in(*again->log()) == everything_in(strange.trace.log()));
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    CHECK(strange.trace.label(static_cast<TaskId>(i + 1)) == kNames[i]);
  }
}

TEST_CASE("strange names stand in CSV as they are, quoted") {
  const std::string csv = Strange().as("csv");
  CHECK_THAT(csv, ContainsSubstring("\"<b>&\"\"x\"\"</b> 'y'\""));
  CHECK_THAT(csv, ContainsSubstring("\"two\nlines\r\nand\ta tab\""));
  CHECK_THAT(csv, ContainsSubstring("שלום עולם"));
  CHECK_THAT(csv, ContainsSubstring("\"a,b;c #1 %%{init}%%\""));
}

TEST_CASE("strange names do nothing to Mermaid's language or to a terminal") {
  const Strange strange;
  const std::string mermaid = strange.as("mermaid");
  CHECK(count(mermaid, "participant T") == kNames.size());
  CHECK_THAT(mermaid, ContainsSubstring("two<br/>lines<br/>and a tab"));
  CHECK_THAT(mermaid, ContainsSubstring("🎉 party"));
  CHECK_FALSE(has_broken_utf8_or_control(mermaid));
  const std::string text = text_timeline({described(strange.trace)}, {});
  CHECK_FALSE(has_broken_utf8_or_control(text));
  for (const std::string& name : kNames) {
    CHECK_THAT(text, ContainsSubstring(one_line(name)));
  }
}

TEST_CASE("strange names are drawn, each as wide as something, and the SVG is well-formed") {
  const Strange strange;
  const std::string svg = strange.as("svg");
  CHECK_FALSE(has_broken_utf8_or_control(svg));
  CHECK_THAT(svg, ContainsSubstring("&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;"));
  const File file(svg, "strange.svg");
  CHECK(std::system(("xmllint --noout " + file.path()).c_str()) == 0);

  ExportRequest request;
  request.runs = {described(strange.trace)};
  const Page page = compose(request, embedded_measure());
  for (const std::string& name : kNames) {
    const bool drawn = std::any_of(page.shapes.begin(), page.shapes.end(), [&](const Shape& shape) {
      const auto* text = std::get_if<TextShape>(&shape.form);
      return text != nullptr && text->text == one_line(name) &&
             embedded_measure().width(text->text, text->face, text->size) > 10;
    });
    INFO(name);
    CHECK(drawn);
  }
}

TEST_CASE("a PDF tells strange names to who copies them") {
  const Strange strange;
  const File file(strange.as("pdf"), "strange.pdf");
  REQUIRE(std::system(("pdftotext -layout " + file.path()).c_str()) == 0);
  std::ostringstream text;
  text << std::ifstream(file.path().substr(0, file.path().size() - 3) + "txt").rdbuf();
  for (const char* name : {"<b>&\"x\"</b> 'y'", "🎉 party", "日本語", "a,b;c #1"}) {
    CHECK_THAT(text.str(), ContainsSubstring(name));
  }
}
