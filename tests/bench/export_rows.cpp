// Exporting a comparison as a PNG of 3840 x 2160: the whole process against rsvg-convert's drawing
// of our SVG of it, and within it layout and painting against compressing.

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "app/export/picture.h"
#include "app/export/raster.h"
#include "app/timeline/measure.h"
#include "tests/bench/bench.h"
#include "tests/export/runs.h"

namespace interleave::bench {

namespace {

namespace fs = std::filesystem;

double children_ns() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto ns = [](const timeval& time) {
    return 1e9 * static_cast<double>(time.tv_sec) + 1e3 * static_cast<double>(time.tv_usec);
  };
  return ns(usage.ru_utime) + ns(usage.ru_stime);
}

/// Processor time of a command; 0 if it fails.
double process_ns(const std::string& command) {
  const double before = children_ns();
  const bool good = std::system((command + " >/dev/null 2>&1").c_str()) == 0;
  return good ? children_ns() - before : 0;
}

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("interleave-bench-" + std::to_string(getpid()))) {
    fs::create_directory(path);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
  fs::path path;
};

}  // namespace

std::vector<Row> export_rows() {
  const Folder folder;
  const std::string program = INTERLEAVE_PROGRAM " export boiling-water --size 3840x2160 -o ";
  const std::string svg = folder.file("ours.svg");
  process_ns(program + svg);
  const test::Exported exported =
      test::export_of("boiling-water", {"sequential", "concurrent", "taskgroup"});
  ExportRequest request = exported.request;
  request.width = 3840;
  request.height = 2160;
  const auto painted = [&] {
    return rasterized(compose(request, embedded_measure()), request.scale).value();
  };
  const Raster raster = painted();
  const auto timed = [](const auto& what) -> Measured {
    return [&what] { return nanoseconds(what, 1); };
  };
  const auto paint = [&] { static_cast<void>(painted()); };
  const auto compress = [&] { static_cast<void>(encode_png(raster, "", 0)); };
  const auto f = medians({[&] { return process_ns(program + folder.file("ours.png")); },
                          [&] {
                            return process_ns("rsvg-convert -w 3840 -h 2160 -o " +
                                              folder.file("theirs.png") + " " + svg);
                          },
                          timed(paint), timed(compress)},
                         kRuns);
  return {{"a comparison as a PNG of 3840 x 2160, whole process", "ns",
           "rsvg-convert drawing our SVG of it", f[0], f[1], 1.1},
          {"laying out and painting it", "ns", "compressing the PNG", f[2], f[3], 0.5}};
}

}  // namespace interleave::bench
