#include "app/export/whole_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/export/formats.h"
#include "tests/catch.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "interleave-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string at(const std::string& name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
  fs::path path;
};

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace

TEST_CASE("a file is written whole and nothing is left beside it") {
  const Folder folder;
  CHECK_FALSE(write_whole_file(folder.at("a.txt"), "hello"));
  CHECK(content_of(folder.at("a.txt")) == "hello");
  CHECK_FALSE(write_whole_file(folder.at("a.txt"), "again"));
  CHECK(content_of(folder.at("a.txt")) == "again");
  CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is told, with path and reason") {
  if (!fs::exists("/dev/full")) {
    return;
  }
  const auto error = write_whole_file("/dev/full", "hello");
  REQUIRE(error);
  CHECK(error->message == "/dev/full: No space left on device");
}

TEST_CASE("a directory that is not there is told, and none is made") {
  const Folder folder;
  const auto error = write_whole_file(folder.at("none/a.txt"), "hello");
  REQUIRE(error);
  CHECK(error->message == folder.at("none/a.txt") + ": No such file or directory");
  CHECK(folder.count() == 0);
}

TEST_CASE("a directory is no file to write to") {
  const Folder folder;
  CHECK(write_whole_file(folder.path.string(), "hello"));
  CHECK(write_whole_file("", "hello"));
}

TEST_CASE("what may not be written to stays as it was") {
  if (geteuid() == 0) {
    return;  // root may write to anything
  }
  const Folder folder;
  CHECK_FALSE(write_whole_file(folder.at("a.txt"), "before"));
  fs::permissions(folder.at("a.txt"), fs::perms::owner_read);
  CHECK(write_whole_file(folder.at("a.txt"), "after"));
  CHECK(content_of(folder.at("a.txt")) == "before");
}

TEST_CASE("a symbolic link stays one, its target is replaced") {
  const Folder folder;
  CHECK_FALSE(write_whole_file(folder.at("real"), "before"));
  fs::create_symlink(folder.at("real"), folder.at("link"));
  CHECK_FALSE(write_whole_file(folder.at("link"), "after"));
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(content_of(folder.at("real")) == "after");
}

TEST_CASE("permissions of a file that is replaced are kept") {
  const Folder folder;
  CHECK_FALSE(write_whole_file(folder.at("a"), "1"));
  fs::permissions(folder.at("a"), fs::perms::owner_read | fs::perms::owner_write);
  CHECK_FALSE(write_whole_file(folder.at("a"), "2"));
  CHECK(fs::status(folder.at("a")).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("of several files all are written, or none") {
  const Folder folder;
  std::ofstream(folder.at("2")) << "old";
  fs::create_directory(folder.at("3"));
  std::vector<WholeFile> files = {
      {folder.at("1"), "one"}, {folder.at("2"), "two"}, {folder.at("3"), "three"}};
  const auto error = write_whole_files(files);  // the last is a directory
  REQUIRE(error);
  CHECK(error->message.starts_with(folder.at("3") + ": "));
  CHECK(folder.count() == 2);
  CHECK(content_of(folder.at("2")) == "old");
  files.back().path = folder.at("none/4");
  CHECK(write_whole_files(files));
  CHECK(folder.count() == 2);
  files.back().path = folder.at("4");
  CHECK_FALSE(write_whole_files(files));
  CHECK(folder.count() == 4);
}

TEST_CASE("a storyboard of numbered files that fails leaves none of them") {
  const Folder folder;
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.sheet = Sheet::storyboard;
  exported.request.width = 640;
  exported.request.height = 400;
  exported.request.path = folder.at("page.png");
  fs::create_directory(folder.at("page-002.png"));
  CHECK_FALSE(export_to_file(exported.request));
  CHECK(folder.count() == 1);
  fs::remove(folder.at("page-002.png"));
  CHECK(export_to_file(exported.request));
  CHECK(folder.count() > 1);
}

TEST_CASE("an export that fails leaves nothing behind") {
  const Folder folder;
  Exported exported = export_of("hello", {"concurrent"});
  exported.request.path = folder.at("picture.xyz");
  CHECK_FALSE(export_to_file(exported.request));
  exported.request.path = folder.at("picture.png");
  exported.request.width = -1;
  CHECK_FALSE(export_to_file(exported.request));
  CHECK(folder.count() == 0);
  exported.request.width = 640;
  exported.request.height = 400;
  CHECK(export_to_file(exported.request));
  CHECK(folder.count() == 1);
}
