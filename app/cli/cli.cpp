#include "app/cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <iostream>
#include <system_error>

#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/cli/mistake.h"
#include "app/cli/nearest.h"
#include "app/export/picture_file.h"
#include "app/import/open.h"
#include "scenarios/catalogue.h"

namespace interleave::cli {

namespace {

/// `what()` in our words, where CLI11's are not to be understood.
std::string words_of(const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::size_t colon = text.find(':');
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && colon != std::string::npos) {
    const std::string option = text.substr(0, colon);
    const bool twice = text.find("received") != std::string::npos;
    return option + (twice ? ": given more than once" : ": a value is missing");
  }
  return text;
}

/// What the options leave over is refused, with the option that was probably meant.
void refuse_extras(const CLI::App& app) {
  const std::vector<std::string> extras = app.remaining();
  if (extras.empty()) {
    return;
  }
  const std::string word = extras.front().substr(0, extras.front().find('='));
  if (word.empty() || word.front() != '-') {
    throw Mistake(fmt::format("{} is one word too many", in_quotes(extras.front())));
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty()) {
      names.push_back("--" + option->get_lnames().front());
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string near = did_you_mean(word, known);
  throw Mistake(
      fmt::format("no option {}{}", in_quotes(word),
                  near.empty() ? fmt::format("; `{} --help` names them", app.get_name()) : near));
}

Reply run_command(const CommandEntry& entry, std::vector<std::string> args,
                  const Surroundings& surroundings) {
  CLI::App app(std::string(entry.description), fmt::format("interleave {}", entry.name));
  style_help(app);
  app.allow_extras();
  const Action action = entry.declare(app);
  std::reverse(args.begin(), args.end());  // CLI11 takes them from the back
  try {
    app.parse(std::move(args));
  } catch (const CLI::CallForHelp&) {
    return {help_of(app)};
  } catch (const CLI::ParseError& error) {
    throw Mistake(words_of(error));
  }
  refuse_extras(app);
  return action(surroundings);
}

Reply open_window(const WindowRequest& request, const Surroundings& surroundings) {
  if (!surroundings.display) {
    const std::string shown = !request.file.empty()      ? request.file
                              : request.scenario.empty() ? "boiling-water"
                                                         : request.scenario;
    throw Mistake(
        fmt::format("no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY "
                    "is set); without one, `interleave show {0}` draws in the terminal "
                    "and `interleave export {0} -o {0}.png` makes a picture",
                    shown));
  }
  return {"", "", surroundings.open_window(request)};
}

/// Whether it can be read as a trace, or brings back a picture's view, is said before a window is
/// opened.
WindowRequest file_request(const std::string& path) {
  if (is_picture_file(path)) {
    if (const Result<PictureView> view = view_in_file(path); !view) {
      throw Mistake(view.error());
    }
    return {"", path};
  }
  const auto opened = open_trace(path);
  if (const auto* error = std::get_if<ImportError>(&opened)) {
    throw Mistake(error->message());
  }
  return {"", path};
}

/// A word that is neither a command nor a scenario.
[[noreturn]] void refuse_word(const std::string& word) {
  std::vector<std::string_view> known;
  for (const CommandEntry& entry : commands()) {
    known.push_back(entry.name);
  }
  for (const Scenario& scenario : catalogue()) {
    known.push_back(scenario.id);
  }
  const std::string near = word.starts_with('-') ? did_you_mean(word, {"--help", "--version"})
                                                 : did_you_mean(word, known);
  throw Mistake(fmt::format("no {} {}{}", word.starts_with('-') ? "option" : "command or scenario",
                            in_quotes(word),
                            near.empty() ? "; `interleave --help` says what there is" : near));
}

Reply dispatch(const std::vector<std::string>& args, const Surroundings& surroundings) {
  const std::string word = args.empty() ? "" : args.front();
  if (args.empty()) {
    return open_window({}, surroundings);
  }
  if (word == "--help" || word == "-h") {
    return {overview()};
  }
  if (word == "--version") {
    return {"interleave " + surroundings.version + "\n"};
  }
  if (const CommandEntry* entry = find_command(word)) {
    return run_command(*entry, {args.begin() + 1, args.end()}, surroundings);
  }
  const bool file = !word.starts_with('-') && is_file(word);
  if (find_scenario(word) == nullptr && !file) {
    refuse_word(word);
  }
  if (args.size() > 1) {
    if (args[1] == "--help" || args[1] == "-h") {
      return {overview()};
    }
    throw Mistake(
        fmt::format("{} is one word too many: `interleave {}` opens the window, for the "
                    "rest a command comes first (`interleave --help`)",
                    in_quotes(args[1]), word));
  }
  return open_window(file ? file_request(word) : WindowRequest{word, ""}, surroundings);
}

int complain(std::ostream& err, std::string_view command, std::string_view message) {
  err << "interleave" << (command.empty() ? "" : " ") << command << ": " << one_line(message)
      << std::endl;
  return kWrong;
}

/// A full disk or a reader that went away is only heard of when all has been passed on.
std::string write_out(std::ostream& out, const std::string& text) {
  errno = 0;
  out << text << std::flush;
  if (out) {
    return {};
  }
  const int error = errno != 0 ? errno : EIO;
  return "standard output: " + std::generic_category().message(error);
}

}  // namespace

int run_cli(const std::vector<std::string>& args, std::ostream& out, std::ostream& err,
            const Surroundings& surroundings) {
  const bool known = !args.empty() && find_command(args.front()) != nullptr;
  const std::string command = known ? args.front() : "";
  try {
    const Reply reply = dispatch(args, surroundings);
    if (const std::string problem = write_out(out, reply.out); !problem.empty()) {
      return complain(err, command, problem);
    }
    err << reply.err << std::flush;
    return reply.status;
  } catch (const Mistake& mistake) {
    return complain(err, command, mistake.what());
  } catch (const std::bad_alloc&) {
    return complain(err, command, "not enough memory for this; smaller numbers would do");
  }
}

}  // namespace interleave::cli
