// What others make of our pictures: pdftotext of a PDF, rsvg-convert and Chromium of an SVG.

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/export/writers.h"
#include "app/timeline/one_line.h"
#include "tests/catch.h"
#include "tests/export/image.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

namespace fs = std::filesystem;

/// Files of this process, gone at the end.
class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream bytes;
    bytes << std::ifstream(path_ / name, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] bool run(const std::string& command) const {
    return std::system(("cd " + path_.string() + " && " + command).c_str()) == 0;
  }

 private:
  fs::path path_ = fs::temp_directory_path() / ("interleave-renderers-" + std::to_string(getpid()));
};

std::string without_blanks(const std::string& text) {
  std::string left;
  std::copy_if(text.begin(), text.end(), std::back_inserter(left),
               [](unsigned char c) { return c > ' '; });
  return left;
}

/// The mean of each square of so many pixels: letters that lie a fraction of a pixel apart agree.
Image coarse(const Image& fine, int side) {
  Image image{fine.width / side, fine.height / side, {}};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      std::array<std::uint32_t, 3> sums{};
      for (int i = 0; i < side * side; ++i) {
        const std::uint32_t pixel = fine.at(x * side + i % side, y * side + i / side);
        for (std::size_t channel = 0; channel < 3; ++channel) {
          sums.at(channel) += pixel >> (8 * channel) & 0xFFU;
        }
      }
      const auto area = static_cast<std::uint32_t>(side * side);
      image.pixels.push_back(sums[0] / area | sums[1] / area << 8U | sums[2] / area << 16U);
    }
  }
  return image;
}

/// Chromium, with these options. No home, no bus, no shared memory and no graphics card are asked
/// of where the tests run.
bool run_chromium(const Folder& folder, const std::string& options) {
  return folder.run(
      "timeout --kill-after=5 90 chromium --headless --no-sandbox --disable-gpu "
      "--disable-dev-shm-usage --user-data-dir=chromium " +
      options + " > chromium.log 2>&1");
}

/// What Chromium shows of a picture, as large as it is.
Image in_chromium(const Folder& folder, const std::string& svg, const Image& size) {
  folder.write("b.svg", svg);
  const std::string window = std::to_string(size.width) + "," + std::to_string(size.height);
  const bool drawn = run_chromium(
      folder, "--hide-scrollbars --force-device-scale-factor=1 --screenshot=b.png --window-size=" +
                  window + " \"file://$PWD/b.svg\"");
  return drawn ? read_png(folder.read("b.png")) : Image{};
}

/// The mean difference of a channel, of 255.
double mean_difference(const Image& a, const Image& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    for (const unsigned shift : {0U, 8U, 16U}) {
      sum += std::abs(static_cast<int>(a.pixels[i] >> shift & 0xFFU) -
                      static_cast<int>(b.pixels[i] >> shift & 0xFFU));
    }
  }
  return sum / (3.0 * static_cast<double>(a.pixels.size()));
}

struct Difference {
  double mean = 0;
  int squares = 0;
};
Difference difference(const Image& a, const Image& b) {
  constexpr int kSide = 8;
  return {mean_difference(a, b), different_pixels(coarse(a, kSide), coarse(b, kSide), 48)};
}

}  // namespace

TEST_CASE("a PDF has real text: pdftotext finds the name of every task") {
  const Folder folder;
  REQUIRE(folder.run("pdftotext -v 2> /dev/null"));
  for (const Scenario& scenario : catalogue()) {
    const Exported exported = export_of(scenario.id, {scenario.default_mode});
    const Trace& trace = *exported.traces.front();
    constexpr std::size_t kAllHaveLanes = 12;
    if (trace.tasks().size() > kAllHaveLanes) {
      continue;  // where there are more, some share a line
    }
    INFO(scenario.id);
    folder.write("a.pdf", make_pdf(exported.request).value());
    REQUIRE(folder.run("pdftotext -layout a.pdf a.txt"));
    const std::string text = without_blanks(folder.read("a.txt"));
    for (const TaskId task : trace.tasks()) {
      CHECK_THAT(text, Catch::Matchers::ContainsSubstring(
                           without_blanks(one_line(trace.label(task))).substr(0, 12)));
    }
  }
}

TEST_CASE("rsvg-convert makes of an SVG what the PNG is") {
  const Folder folder;
  for (const char* scenario : {"boiling-water", "two-locks", "producer-consumer"}) {
    for (const Axis axis : {Axis::time, Axis::steps}) {
      INFO(scenario << (axis == Axis::time ? " time" : " steps"));
      Exported exported = export_of(scenario, {find_scenario(scenario)->default_mode});
      exported.request.axis = axis;
      exported.request.theme = axis == Axis::steps ? ThemeId::print : ThemeId::light;
      exported.request.width = 1280;
      exported.request.height = 720;
      folder.write("a.svg", make_svg(exported.request).value());
      REQUIRE(folder.run("rsvg-convert a.svg -o a.png"));
      const Image theirs = read_png(folder.read("a.png"));
      const Image ours = read_png(make_png(exported.request).value());
      REQUIRE(theirs.width == ours.width);
      REQUIRE(theirs.height == ours.height);
      constexpr int kSide = 8;
      const Image one = coarse(ours, kSide);
      // Words are set a little otherwise (26 squares at most were seen); a bar elsewhere is more.
      CHECK(different_pixels(one, coarse(theirs, kSide), 48) <= 40);
    }
  }
}

TEST_CASE("Chromium shows of an SVG what rsvg-convert does") {
  const Folder folder;
  if (!folder.run("command -v chromium > /dev/null")) {
    WARN("SKIPPED: there is no chromium");
    return;
  }
  if (!run_chromium(folder, "--dump-dom about:blank")) {
    WARN("SKIPPED: chromium does not start here: " << folder.read("chromium.log"));
    return;
  }
  constexpr double kMostMean = 2;
  constexpr int kMostSquares = 15;
  for (const char* scenario : {"boiling-water", "two-locks", "producer-consumer"}) {
    INFO(scenario);
    Exported exported = export_of(scenario, {find_scenario(scenario)->default_mode});
    exported.request.width = 1280;
    exported.request.height = 720;
    const std::string svg = make_svg(exported.request).value();
    folder.write("a.svg", svg);
    REQUIRE(folder.run("rsvg-convert a.svg -o a.png"));
    const Image theirs = read_png(folder.read("a.png"));
    const Image shown = in_chromium(folder, svg, theirs);
    REQUIRE(shown.width == theirs.width);
    REQUIRE(shown.height == theirs.height);
    const Difference same = difference(shown, theirs);
    CHECK(same.mean < kMostMean);
    CHECK(same.squares <= kMostSquares);

    // The same lower by a few pixels is another picture.
    std::string moved = svg;
    const std::size_t box = moved.find("viewBox=\"0 0 ");
    REQUIRE(box != std::string::npos);
    moved.replace(box, 13, "viewBox=\"0 -3 ");
    const Difference other = difference(in_chromium(folder, moved, theirs), theirs);
    CHECK(other.mean > kMostMean);
    CHECK(other.squares > kMostSquares);
  }
}
