// Programs run by the interpreter on our runtime and held against CPython event by event: those of
// tests/cpython, and the texts of the Samples in tests/runtime.

#include "tests/programs/compare.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/catch.h"
#include "tests/programs/writer.h"

namespace interleave::programs {

namespace {

namespace fs = std::filesystem;

std::string text_in(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Source> texts_in(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    // Those in the folder itself are tests of it.
    if (entry.path().extension() == ".py" && entry.path().parent_path() != folder) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Source> sources;
  for (const fs::path& path : paths) {
    sources.push_back({fs::relative(path, folder).string(), text_in(path)});
  }
  return sources;
}

void check_all(const std::vector<Program>& programs) {
  const auto found = differences(programs);
  if (!found) {
    WARN("passed over: python3 is not CPython 3.11");
    return;
  }
  for (std::size_t i = 0; i < programs.size(); ++i) {
    INFO(programs[i].source.name);
    CHECK((*found)[i] == "");
  }
  std::cout << programs.size() << " programs interpreted and compared with CPython\n";
}

std::vector<Source> behaviours() {
  return texts_in(fs::path(INTERLEAVE_SOURCE_DIR) / "tests" / "cpython");
}

// `const Sample kName("its name", R"(its text)"` in the runtime's tests.
void add_samples(const fs::path& path, std::vector<Source>& sources) {
  const std::string code = text_in(path);
  const std::string_view begin = "const Sample ";
  for (std::size_t at = code.find(begin); at != std::string::npos;
       at = code.find(begin, at + begin.size())) {
    const std::size_t name = code.find('"', at) + 1;
    const std::size_t name_end = code.find('"', name);
    const std::size_t text = code.find_first_not_of(", \n", name_end + 1);
    if (code.compare(text, 3, "R\"(") == 0) {
      const std::size_t from = text + 3;
      sources.push_back({path.filename().string() + ": " + code.substr(name, name_end - name),
                         code.substr(from, code.find(")\"", from) - from)});
    }
  }
}

std::vector<Source> samples() {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::directory_iterator(fs::path(INTERLEAVE_SOURCE_DIR) / "tests" / "runtime")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Source> sources;
  for (const fs::path& path : paths) {
    add_samples(path, sources);
  }
  // Not what the interpreter is for: programs without a loop, where every call is a task; a loop
  // that the program turns itself; what looks into Python itself; the recorder's `Server`.
  std::erase_if(sources, [](const Source& source) {
    const auto has = [&source](const char* text) {
      return source.text.find(text) != std::string::npos;
    };
    return !has("async def") || has("_run_once") || has("globals()") || has("class Server");
  });
  return sources;
}

}  // namespace

TEST_CASE("the texts of the runtime's small programs do here what they do on CPython") {
  const std::vector<Program> programs = programs_of(samples());
  CHECK(programs.size() > 100);
  check_all(programs);
}

TEST_CASE("behaviour taken over from CPython's tests is that of CPython") {
  const std::vector<Program> programs = programs_of(behaviours());
  CHECK(programs.size() > 100);
  check_all(programs);
}

TEST_CASE("the behaviours read, written and read again are the same programs") {
  std::vector<Program> programs = programs_of(behaviours());
  std::vector<Source> again;
  for (Program& program : programs) {
    again.push_back({program.source.name, write(program.module)});
  }
  const std::vector<Program> copies = programs_of(again);
  for (std::size_t i = 0; i < programs.size(); ++i) {
    INFO(programs[i].source.name);
    CHECK(same(copies[i].module, programs[i].module));
  }
}

TEST_CASE("a program that differs, and one that the interpreter cannot do, are told") {
  const auto found = differences({programs_of({{"beyond.py", "import turtle\n"}})[0]});
  if (found) {
    CHECK((*found)[0] == "beyond.py:1: the module turtle is beyond the interpreter");
  }
}

}  // namespace interleave::programs
