#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/session/file_scenario.h"
#include "app/session/session.h"
#include "tests/catch.h"

using namespace interleave;

namespace {

class File {
 public:
  explicit File(const std::string& text, const std::string& name = "mine.jsonl")
      : path_(std::filesystem::temp_directory_path() /
              ("interleave-session-" + std::to_string(getpid()) + "-" + name)) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// A trace of so many prints of one task, each a second apart.
std::string trace_of(int prints, const std::string& header = "") {
  std::string text = "{\"format\":\"interleave-trace\",\"version\":1" + header + "}\n";
  int seq = 0;
  const auto line = [&](int t, int step, const std::string& rest) {
    text += "{\"seq\":" + std::to_string(seq++) +
            ",\"t_ns\":" + std::to_string(std::int64_t{t} * 1'000'000'000) +
            ",\"iteration\":0,\"step\":" + std::to_string(step) + "," + rest + "}\n";
  };
  line(0, 0, "\"kind\":\"program_started\"");
  line(0, 0, R"("kind":"task_created","task":1,"name":"a","parent":0,"coroutine":"a")");
  line(0, 1, R"("kind":"task_started","task":1)");
  for (int i = 0; i < prints; ++i) {
    line(i, 1, R"("kind":"output","task":1,"text":"print )" + std::to_string(i) + "\"");
  }
  line(prints, 1, R"("kind":"task_finished","task":1)");
  line(prints, 1, "\"kind\":\"program_finished\"");
  return text;
}

void read_all(Session& session) {
  for (int i = 0; i < 10'000 && session.animating(); ++i) {
    session.tick(16'000'000);
  }
}

}  // namespace

TEST_CASE("a file that is opened is on view, and going back shows what was there") {
  Session session;
  const ViewState before = session.view();
  const File file(trace_of(3));
  session.apply(command::OpenFile{file.path()});
  read_all(session);
  CHECK_FALSE(session.opening());
  CHECK(session.view().scenario == file_id(file.path()));
  CHECK(session.focused().trace().size() == 8);
  CHECK(session.recent_files() == std::vector<std::string>{file.path()});
  CHECK(session.title().starts_with(file_name(file.path()) + " · recorded · step "));
  session.apply(command::ToEnd{});
  CHECK(session.playhead() == 7);
  session.apply(command::Undo{});
  CHECK(session.view() == before);
  session.apply(command::Redo{});
  CHECK(session.view().scenario == file_id(file.path()));
  CHECK(session.focused().trace().size() == 8);
}

TEST_CASE("every command leaves a session sound that looks at a file") {
  Session session;
  const File file(trace_of(3));
  session.apply(command::OpenFile{file.path()});
  for (const Command& command :
       {Command(command::CopyRun{}), Command(command::ToggleComparison{}),
        Command(command::SwapRuns{}), Command(command::SetModeNumber{1}),
        Command(command::ToggleMode{"recorded"}), Command(command::ResetParams{}),
        Command(command::SetParam{"pages", 3, false}), Command(command::ToggleAxis{}),
        Command(command::Flip{command::Toggle::cpp_listing}), Command(command::StartPrediction{}),
        Command(command::Step{1}), Command(command::StopPrediction{}),
        Command(command::OpenFile{file.path()}), Command(command::NextScenario{-1}),
        Command(command::Undo{}), Command(command::NextScenario{1})}) {
    session.apply(command);
    read_all(session);
    CHECK(session.run_count() >= 1);
    CHECK(session.playhead() < session.focused().trace().size());
    CHECK_FALSE(session.title().empty());
  }
}

TEST_CASE(
    "the part that has been read is on view while the rest is read, and reading can be stopped") {
  Session session;
  const File file(trace_of(200'000));
  session.apply(command::OpenFile{file.path()});
  REQUIRE(session.opening());
  CHECK(session.view().scenario == file_id(file.path()));
  const Seq first = session.focused().trace().size();
  CHECK(first > 0);
  CHECK(first < 200'000);
  const float part = session.opening()->part();
  session.tick(16'000'000);
  CHECK(session.opening()->part() > part);
  CHECK(session.focused().trace().size() > first);
  session.apply(command::Escape{});
  CHECK_FALSE(session.opening());
  const Seq read = session.focused().trace().size();
  session.tick(16'000'000);
  CHECK(session.focused().trace().size() == read);
  CHECK(session.notice().starts_with("Stopped at "));
}

TEST_CASE("a file that can't be read loses nothing that was on view") {
  Session session;
  session.apply(command::Step{4});
  const ViewState before = session.view();
  const Seq stood = session.playhead();
  const File broken("{\"format\":\"interleave-trace\",\"version\":1}\n{\"seq\":4}\n");
  session.apply(command::OpenFile{broken.path()});
  CHECK(session.notice() == broken.path() + ", line 2: \"t_ns\" is missing");
  session.apply(command::OpenFile{"/nowhere"});
  CHECK(session.notice() == "/nowhere: No such file or directory");
  const File late(trace_of(200'000) + "{broken\n", "late.jsonl");
  session.apply(command::OpenFile{late.path()});
  CHECK(session.view().scenario == file_id(late.path()));
  read_all(session);
  CHECK(session.notice().find("late.jsonl, line 200007: ") != std::string::npos);
  CHECK(session.view() == before);
  CHECK(session.playhead() == stood);
  CHECK(session.recent_files().empty());
}

TEST_CASE("a file of one of the catalogue's runs has its listing and its title") {
  Session session;
  const File file(trace_of(1, R"(,"scenario":"boiling-water","mode":"concurrent")"));
  session.apply(command::OpenFile{file.path()});
  CHECK(session.scenario().listing(session.focused().mode()) ==
        "listings/boiling-water/boiling-water-concurrent.py");
  CHECK(session.scenario().title.ends_with(": Reading, messages and boiling water"));
}
