#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "app/export/embedded_view.h"
#include "app/export/palette256.h"
#include "app/export/raster.h"
#include "app/export/view_json.h"
#include "app/export/view_of_picture.h"
#include "app/export/writers.h"

// A storyboard as an animation: a frame for each step, of which only the part is written that the
// frame before does not have, and within it only the pixels that differ.

namespace interleave {
namespace {

// Hundredths of a second: enough to read what happened; the last, before it begins again, longer.
constexpr int kDelay = 220;
constexpr int kLastDelay = 500;
// Frames are painted twice, for the colours and for the picture, so that one is kept at a time.
constexpr double kMostPixels = 2e9;

int append(GifFileType* gif, const GifByteType* data, int length) {
  static_cast<std::string*>(gif->UserData)
      ->append(reinterpret_cast<const char*>(data), static_cast<std::size_t>(length));
  return length;
}

struct Change {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// The least box with every pixel that differs; one pixel where none does.
Change change_of(const std::vector<std::uint8_t>& before, const std::vector<std::uint8_t>& now,
                 int width, int height) {
  int left = width;
  int right = -1;
  int top = height;
  int bottom = -1;
  for (int y = 0; y < height; ++y) {
    const auto begin = static_cast<std::ptrdiff_t>(y) * width;
    const auto row = now.begin() + begin;
    const auto [differs, other] = std::mismatch(row, row + width, before.begin() + begin);
    if (differs == row + width) {
      continue;
    }
    top = std::min(top, y);
    bottom = y;
    left = std::min(left, static_cast<int>(differs - row));
    for (int x = width - 1; x > right; --x) {
      if (row[x] != before[static_cast<std::size_t>(begin + x)]) {
        right = x;
        break;
      }
    }
  }
  return bottom < 0 ? Change{0, 0, 1, 1} : Change{left, top, right - left + 1, bottom - top + 1};
}

class Animation {
 public:
  Animation(std::string& bytes, int width, int height, Palette256& palette,
            const std::string& comment)
      : width_(width), height_(height), palette_(palette) {
    int error = 0;
    gif_ = EGifOpen(&bytes, append, &error);
    if (gif_ == nullptr) {
      return;
    }
    EGifSetGifVersion(gif_, true);
    std::array<GifColorType, 256> colours{};
    for (std::size_t i = 0; i < palette.colours().size(); ++i) {
      const std::uint32_t colour = palette.colours()[i];
      colours.at(i) = {static_cast<GifByteType>(colour >> 16U),
                       static_cast<GifByteType>(colour >> 8U), static_cast<GifByteType>(colour)};
    }
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(
        GifMakeMapObject(256, colours.data()), GifFreeMapObject);
    good_ = EGifPutScreenDesc(gif_, width, height, 8, 0, map.get()) == GIF_OK &&
            EGifPutComment(gif_, comment.c_str()) == GIF_OK && put_loop();
  }
  ~Animation() { finish(); }
  Animation(const Animation&) = delete;
  Animation& operator=(const Animation&) = delete;

  void add(const Raster& raster, int delay) {
    if (!good_) {
      return;
    }
    std::vector<std::uint8_t> now(raster.pixels.size());
    std::transform(raster.pixels.begin(), raster.pixels.end(), now.begin(),
                   [&](std::uint32_t pixel) { return palette_.nearest(pixel); });
    const Change change =
        before_.empty() ? Change{0, 0, width_, height_} : change_of(before_, now, width_, height_);
    put_delay(delay);
    good_ = good_ && EGifPutImageDesc(gif_, change.x, change.y, change.width, change.height, false,
                                      nullptr) == GIF_OK;
    std::vector<GifPixelType> line(static_cast<std::size_t>(change.width));
    for (int y = change.y; good_ && y < change.y + change.height; ++y) {
      const auto begin = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                         static_cast<std::size_t>(change.x);
      for (std::size_t x = 0; x < line.size(); ++x) {
        const bool same = !before_.empty() && before_[begin + x] == now[begin + x];
        line[x] = same ? kTransparent : now[begin + x];
      }
      good_ = EGifPutLine(gif_, line.data(), change.width) == GIF_OK;
    }
    before_ = std::move(now);
  }

  bool finish() {
    if (gif_ != nullptr) {
      int error = 0;
      good_ = EGifCloseFile(gif_, &error) == GIF_OK && good_;
      gif_ = nullptr;
    }
    return good_;
  }

 private:
  static constexpr std::uint8_t kTransparent = Palette256::kMost;

  bool put_loop() {
    constexpr std::array<GifByteType, 3> forever = {1, 0, 0};
    return EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
           EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0") == GIF_OK &&
           EGifPutExtensionBlock(gif_, 3, forever.data()) == GIF_OK &&
           EGifPutExtensionTrailer(gif_) == GIF_OK;
  }
  void put_delay(int delay) {
    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, delay, kTransparent};
    std::array<GifByteType, 4> bytes{};
    EGifGCBToExtension(&control, bytes.data());
    good_ = good_ && EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(bytes.size()),
                                      bytes.data()) == GIF_OK;
  }

  int width_;
  int height_;
  Palette256& palette_;
  GifFileType* gif_ = nullptr;
  bool good_ = false;
  std::vector<std::uint8_t> before_;
};

}  // namespace

Result<std::string> make_gif(const ExportRequest& request) {
  const std::size_t frames = page_count(request);
  const auto frame = [&](std::size_t i) {
    return rasterized(compose_page(request, embedded_measure(), i), request.scale);
  };
  const double pixels = static_cast<double>(request.width) * request.height * request.scale *
                        request.scale * static_cast<double>(frames);
  if (pixels > kMostPixels) {
    return ExportError{"an animation of " + std::to_string(frames) +
                       " frames of that size is too large; choose a smaller one"};
  }
  Palette256 palette;
  int width = 0;
  int height = 0;
  for (std::size_t i = 0; i < frames; ++i) {
    const Result<Raster> raster = frame(i);
    if (!raster) {
      return ExportError{raster.error()};
    }
    palette.count(raster.value().pixels);
    width = raster.value().width;
    height = raster.value().height;
  }
  palette.choose();
  std::string bytes;
  Animation animation(bytes, width, height, palette,
                      std::string(kViewKeyword) + " " + view_as_json(view_of_picture(request)));
  for (std::size_t i = 0; i < frames; ++i) {
    animation.add(frame(i).value(), i + 1 == frames ? kLastDelay : kDelay);
  }
  if (!animation.finish()) {
    return ExportError{"the animation could not be made"};
  }
  return bytes;
}

}  // namespace interleave
