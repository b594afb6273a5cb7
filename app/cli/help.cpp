#include "app/cli/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/words.h"

namespace interleave::cli {

namespace {

constexpr std::string_view kExamples = R"(
Examples:
  interleave boiling-water                     opens the window on that scenario
  interleave show boiling-water --axis steps   draws it here, every step as wide as the next
  interleave compare boiling-water --set page_time=0.3
  interleave export boiling-water --modes sequential,concurrent -o slide.svg

`interleave COMMAND --help` tells more of each.
Exit status: 0 done, 1 the program under view failed, 2 what was asked is wrong.
)";

/// CLI11's, without the words on types and needs that say nothing to people.
class Plain : public CLI::Formatter {
 public:
  Plain() { column_width(26); }

  std::string make_usage(const CLI::App* app, std::string) const override {
    std::string line = "Usage: " + app->get_name();
    for (const CLI::Option* option : app->get_options(
             [](const CLI::Option* candidate) { return candidate->get_positional(); })) {
      line += " " + option->get_name(true);
    }
    return line + " [options]\n";
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_size() == 0 ? "" : option->get_type_name();
    return type.empty() ? "" : " " + type;
  }
};

}  // namespace

std::string overview() {
  std::string text =
      "Interleave shows what async/await does, step by step.\n"
      "\n"
      "Usage: interleave [SCENARIO]             opens the window\n"
      "       interleave FILE                   opens it on a trace, or on what an exported "
      "picture shows\n"
      "       interleave COMMAND … [options]    needs no display\n"
      "\n"
      "Commands:\n";
  Table table({Table::Side::left, Table::Side::left});
  for (const CommandEntry& entry : commands()) {
    table.add({std::string(entry.name), std::string(entry.summary)});
  }
  return text + table.text("  ") + std::string(kExamples);
}

void style_help(CLI::App& app) {
  app.formatter(std::make_shared<Plain>());
  app.set_help_flag("-h,--help", "this text");
}

std::string help_of(const CLI::App& app) {
  std::string text = app.help();
  text.erase(text.find_last_not_of('\n') + 1);
  return text + "\n";
}

}  // namespace interleave::cli
