#pragma once

#include <string>
#include <vector>

#include "app/cli/cli.h"

namespace interleave::tests {

/// What a command said, and how it went.
struct Said {
  int status = 0;
  std::string out;
  std::string err;
};

/// Runs a command line inside this process: "run boiling-water --mode sequential", cut at blanks.
Said command(const std::string& line, const cli::Surroundings& surroundings = {});
Said command_of(const std::vector<std::string>& args, const cli::Surroundings& surroundings = {});

/// Runs the built program through the shell: `line` follows its name, `before` stands before it.
Said program(const std::string& line, const std::string& before = "");

/// A new empty folder, removed with everything in it at the end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::string path_;
};

[[nodiscard]] std::string content_of(const std::string& path);

}  // namespace interleave::tests
