#include "tests/cli/command_line.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace interleave::tests {

namespace fs = std::filesystem;

Said command_of(const std::vector<std::string>& args, const cli::Surroundings& surroundings) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = cli::run_cli(args, out, err, surroundings);
  return {status, out.str(), err.str()};
}

Said command(const std::string& line, const cli::Surroundings& surroundings) {
  std::istringstream words(line);
  std::vector<std::string> args;
  for (std::string word; words >> word;) {
    args.push_back(word);
  }
  return command_of(args, surroundings);
}

Said program(const std::string& line, const std::string& before) {
  const char* given = std::getenv("INTERLEAVE_PROGRAM");
  const std::string path = given != nullptr ? given : INTERLEAVE_PROGRAM;
  const Folder folder;
  const std::string whole = "( " + before + " '" + path + "' " + line + " ) >'" +
                            folder.file("out") + "' 2>'" + folder.file("err") + "'";
  const int status = std::system(whole.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(folder.file("out")),
          content_of(folder.file("err"))};
}

Folder::Folder() {
  std::string pattern = (fs::temp_directory_path() / "interleave-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder: " + pattern);
  }
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace interleave::tests
