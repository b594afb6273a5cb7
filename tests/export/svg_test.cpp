#include <algorithm>
#include <string>
#include <vector>

#include "app/export/writers.h"
#include "tests/catch.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

// What is wrong with the XML, as far as tags, quotes and entities go; empty if nothing.
std::string trouble_with_xml(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] == '&') {
      const std::size_t end = xml.find(';', at);
      const std::string name = xml.substr(at + 1, end - at - 1);
      if (name != "amp" && name != "lt" && name != "gt" && name != "quot") {
        return "entity " + name;
      }
      at = end;
      continue;
    }
    if (xml[at] != '<') {
      ++at;
      continue;
    }
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) {
      return "a tag without end";
    }
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) {
      return "a quote without end in " + tag;
    }
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) {
        return "unexpected " + tag;
      }
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
    at = end + 1;
  }
  return open.empty() ? "" : open.back() + " is not closed";
}

}  // namespace

TEST_CASE("every scenario's SVG is well-formed, with a title and a description") {
  for (const Scenario& scenario : catalogue()) {
    for (const Mode& mode : scenario.modes) {
      const Exported exported = export_of(scenario.id, {mode.id});
      const std::string svg = make_svg(exported.request).value();
      INFO(scenario.id << " " << mode.id);
      CHECK(trouble_with_xml(svg) == "");
      CHECK(svg.find("<title id=\"title\">") != std::string::npos);
      CHECK(svg.find("<desc id=\"desc\">") != std::string::npos);
    }
  }
}

TEST_CASE("what a title says cannot break the SVG") {
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.title = "a < b && \"c\" > \x01 d";
  const std::string svg = make_svg(exported.request).value();
  CHECK(trouble_with_xml(svg) == "");
  CHECK(svg.find("a &lt; b &amp;&amp; &quot;c&quot; &gt; \uFFFD d") != std::string::npos);
}

TEST_CASE("every bar of an SVG has a title") {
  const Exported exported = export_of("boiling-water", {"concurrent"});
  const std::string svg = make_svg(exported.request).value();
  CHECK(svg.find("<title>reading_book: running, step 5, 0.4 s to 0.6 s</title>") !=
        std::string::npos);
}

TEST_CASE("the same picture is the same bytes, in every format") {
  for (const char* format : {"svg", "png", "pdf"}) {
    const Exported first = export_of("hello", {"concurrent"});
    const Exported second = export_of("hello", {"concurrent"});
    ExportRequest a = first.request;
    ExportRequest b = second.request;
    a.format = b.format = format;
    INFO(format);
    CHECK(export_bytes(a).value() == export_bytes(b).value());
  }
}
