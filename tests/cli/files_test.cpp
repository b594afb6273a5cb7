#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "tests/catch.h"
#include "tests/cli/command_line.h"

// Files are written whole or not at all, and the same command gives the same bytes.

namespace interleave::tests {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

void check_refused(const Said& said) {
  CHECK(said.status == 2);
  CHECK(said.out.empty());
  CHECK(std::count(said.err.begin(), said.err.end(), '\n') == 1);
}

}  // namespace

TEST_CASE("export writes a picture of the kind that the file's ending says") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"a.png", "\x89PNG"}, {"b.svg", "<"}, {"c.pdf", "%PDF"}, {"D.PNG", "\x89PNG"}};
  for (const auto& [name, start] : kinds) {
    const std::string line = "export boiling-water --size 800x450 -o " + folder.file(name);
    const Said said = command(line);
    INFO(said.err);
    CHECK(said.status == 0);
    CHECK(said.out.empty());
    CHECK(said.err.empty());
    const std::string bytes = content_of(folder.file(name));
    CHECK_THAT(bytes, StartsWith(start));
    CHECK(command(line).status == 0);
    CHECK(content_of(folder.file(name)) == bytes);
  }
  CHECK(folder.names() == std::vector<std::string>{"D.PNG", "a.png", "b.svg", "c.pdf"});
}

TEST_CASE("a picture follows its options") {
  const Folder folder;
  const auto svg = [&](const std::string& options) {
    const Said said = command("export boiling-water -o " + folder.file("a.svg") + " " + options);
    INFO(options << ": " << said.err);
    CHECK(said.status == 0);
    return content_of(folder.file("a.svg"));
  };
  const std::string plain = svg("");
  for (const std::string options :
       {"--modes sequential,concurrent", "--modes concurrent", "--axis steps", "--until 5",
        "--size 1280x720", "--from 0.5", "--to 0.5", "--from 2 --to 3", "--steps 5", "--steps 1-1",
        "--steps 13-13", "--theme dark", "--theme print", "--title Tea", "--set pages=9"}) {
    CHECK(svg(options) != plain);
  }
  const std::string hello = "export hello -o " + folder.file("hello.svg");
  CHECK(command(hello).status == 0);
  const std::string with_listing = content_of(folder.file("hello.svg"));
  CHECK_THAT(with_listing, ContainsSubstring("import"));
  CHECK(command(hello + " --no-listing").status == 0);
  CHECK_THAT(content_of(folder.file("hello.svg")), !ContainsSubstring("import"));
  CHECK_THAT(svg("--title Tea"), ContainsSubstring("Tea"));
}

TEST_CASE("trace writes a file in place of standard output") {
  const Folder folder;
  const Said said = command("trace hello -o " + folder.file("a.jsonl"));
  CHECK(said.status == 0);
  CHECK(said.out.empty());
  CHECK(content_of(folder.file("a.jsonl")) == command("trace hello").out);
}

TEST_CASE("a path that can't be written is refused and nothing is left behind") {
  const Folder folder;
  check_refused(command("trace hello -o " + folder.file("no/such/folder.jsonl")));
  check_refused(command("export hello -o " + folder.file("no/such/folder.png")));
  mkdir(folder.file("folder.png").c_str(), 0755);
  check_refused(command("export hello -o " + folder.file("folder.png")));
  check_refused(command_of({"trace", "hello", "-o", ""}));
  CHECK(folder.names() == std::vector<std::string>{"folder.png"});
}

TEST_CASE("a file that was there stays as it was when the command is refused") {
  const Folder folder;
  std::ofstream(folder.file("a.png")) << "mine";
  check_refused(command("export hello --set delay=99 -o " + folder.file("a.png")));
  check_refused(command("export hello --until 99 -o " + folder.file("a.png")));
  CHECK(content_of(folder.file("a.png")) == "mine");
}

TEST_CASE("a picture is no trace: it is called what it is, and what would be right is said") {
  const Folder folder;
  const std::string picture = folder.file("a.png");
  CHECK(command("export hello --size 320x200 -o " + picture).status == 0);
  for (const std::string name : {"run", "show", "trace"}) {
    const Said said = command(name + " " + picture);
    check_refused(said);
    CHECK_THAT(said.err, ContainsSubstring(picture + ": it is a PNG picture; a trace would be"));
  }
}

TEST_CASE("the program does all this as a process") {
  CHECK(program("run hello").out == command("run hello").out);
  CHECK(program("list").out == command("list").out);
  CHECK(program("compare boiling-water").out == command("compare boiling-water").out);
  CHECK_THAT(program("--version").out, StartsWith("interleave 0."));
  const Said wrong = program("run hallo");
  check_refused(wrong);
  CHECK(wrong.err == "interleave run: no scenario 'hallo'; did you mean hello?\n");
  const Said no_display = program("", "env -u DISPLAY -u WAYLAND_DISPLAY");
  check_refused(no_display);
  CHECK_THAT(no_display.err, ContainsSubstring("`interleave show boiling-water`"));
}

TEST_CASE("a full device is told of") {
  if (access("/dev/full", W_OK) != 0) {
    WARN("no /dev/full here: not tested");
    return;
  }
  for (const std::string line : {"run boiling-water", "trace boiling-water", "list", "--help",
                                 "compare boiling-water", "show boiling-water"}) {
    const Said said = program(line + " >/dev/full");
    check_refused(said);
    CHECK_THAT(said.err, ContainsSubstring(": standard output: No space left on device\n"));
  }
  check_refused(program("trace boiling-water -o /dev/full"));
}

TEST_CASE("a reader that goes away is told of, and nobody is killed") {
  const Folder folder;
  const std::string status = folder.file("status");
  const std::string err = folder.file("err");
  const Said said = program(
      "trace boiling-water 2>'" + err + "'; echo $? >'" + status + "'; } | true; sleep 0.5; :",
      "{ sleep 0.2;");
  CHECK(content_of(status) == "2\n");
  CHECK(content_of(err) == "interleave trace: standard output: Broken pipe\n");
  CHECK(said.status == 0);
}

}  // namespace interleave::tests
