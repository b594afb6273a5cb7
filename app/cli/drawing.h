#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/cli.h"
#include "app/export/text_timeline.h"
#include "app/session/run.h"

namespace CLI {
class App;
}

namespace interleave::cli {

/// How lanes are drawn in text, as typed.
struct DrawingOptions {
  /// Empty: the one that fits.
  std::string axis;
  std::optional<std::string> width;
  bool ascii = false;
};

/// Declares --axis, --width and --ascii.
void add_drawing(CLI::App& app, DrawingOptions& options);
/// `time` or `steps` as typed; if nothing was, time, or steps where nothing takes any. Throws
/// Mistake.
[[nodiscard]] Axis axis_for(const std::string& typed,
                            const std::vector<std::unique_ptr<Run>>& runs);
/// All but the axis. Throws Mistake, also for an axis that there isn't.
[[nodiscard]] TextStyle style_of(const DrawingOptions& options, const Surroundings& here);

/// The lanes of the runs under one axis.
[[nodiscard]] std::string drawn(const std::vector<std::unique_ptr<Run>>& runs,
                                const TextStyle& style);
/// Lines of our own words, without what plain ASCII does not have, if this is asked for.
[[nodiscard]] std::string plain(const std::string& lines, const TextStyle& style);
/// A line that stands above others: bold where there is colour.
[[nodiscard]] std::string heading(const std::string& text, const TextStyle& style);
/// Lines broken between words where they are longer than `width`; what follows is indented.
[[nodiscard]] std::string wrapped(std::string_view lines, int width);

}  // namespace interleave::cli
