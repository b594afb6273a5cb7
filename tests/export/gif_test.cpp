#include <gif_lib.h>

#include <cstring>

#include "app/export/palette256.h"
#include "app/export/writers.h"
#include "tests/catch.h"
#include "tests/export/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

struct Bytes {
  const std::string* bytes;
  std::size_t at = 0;
};

int read(GifFileType* gif, GifByteType* to, int wanted) {
  auto& from = *static_cast<Bytes*>(gif->UserData);
  const std::size_t count =
      std::min(static_cast<std::size_t>(wanted), from.bytes->size() - from.at);
  std::memcpy(to, from.bytes->data() + from.at, count);
  from.at += count;
  return static_cast<int>(count);
}

}  // namespace

TEST_CASE("an animation has a frame for each step, each with its delay, only what changes in it") {
  const Exported exported = export_of("hello", {"concurrent"});
  ExportRequest request = exported.request;
  request.sheet = Sheet::storyboard;
  request.width = 480;
  request.height = 270;
  const std::string bytes = make_gif(request).value();
  CHECK(bytes == make_gif(request).value());
  Bytes from{&bytes};
  int error = 0;
  GifFileType* gif = DGifOpen(&from, read, &error);
  REQUIRE(gif != nullptr);
  REQUIRE(DGifSlurp(gif) == GIF_OK);
  CHECK(gif->SWidth == 480);
  CHECK(gif->SHeight == 270);
  CHECK(gif->ImageCount == static_cast<int>(exported.traces.front()->step_count()));
  for (int i = 0; i < gif->ImageCount; ++i) {
    GraphicsControlBlock control;
    REQUIRE(DGifSavedExtensionToGCB(gif, i, &control) == GIF_OK);
    CHECK(control.DelayTime >= 100);
    const GifImageDesc& image = gif->SavedImages[i].ImageDesc;
    CHECK((image.Width * image.Height < 480 * 270) == (i > 0));
  }
  DGifCloseFile(gif, &error);
}

TEST_CASE("of many colours those of large areas stay as they are") {
  Palette256 palette;
  std::vector<std::uint32_t> pixels(10'000, 0x123456);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    pixels.push_back(i * 3001U & 0xffffffU);
  }
  palette.count(pixels);
  palette.choose();
  CHECK(palette.colours().size() <= Palette256::kMost);
  CHECK(palette.colours()[palette.nearest(0x123456)] == 0x123456);
}
