#include "app/export/palette256.h"

#include <algorithm>

// Median cut: the box of colours whose widest side, times how many pixels it holds, is largest is
// divided at that side's median, until there are as many boxes as colours. What stands most often
// (grounds, bars, ink) comes first and stays as it is.

namespace interleave {
namespace {

constexpr std::size_t kExact = 64;

struct Counted {
  std::uint32_t colour = 0;
  std::uint64_t count = 0;
};

int channel(std::uint32_t colour, int index) {
  return static_cast<int>(colour >> static_cast<unsigned>(8 * index) & 0xffU);
}

struct ColourBox {
  std::size_t begin = 0;
  std::size_t end = 0;
  int side = 0;
  double weight = 0;
};

ColourBox box_of(const std::vector<Counted>& all, std::size_t begin, std::size_t end) {
  ColourBox box{begin, end, 0, 0};
  double pixels = 0;
  for (std::size_t i = begin; i < end; ++i) {
    pixels += static_cast<double>(all[i].count);
  }
  int widest = 0;
  for (int side = 0; side < 3; ++side) {
    int low = 255;
    int high = 0;
    for (std::size_t i = begin; i < end; ++i) {
      low = std::min(low, channel(all[i].colour, side));
      high = std::max(high, channel(all[i].colour, side));
    }
    if (high - low > widest) {
      widest = high - low;
      box.side = side;
    }
  }
  box.weight = end - begin < 2 ? 0 : pixels * widest;
  return box;
}

std::size_t median_of(std::vector<Counted>& all, const ColourBox& box) {
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(box.begin);
  const auto last = all.begin() + static_cast<std::ptrdiff_t>(box.end);
  std::sort(first, last, [&](const Counted& a, const Counted& b) {
    const int left = channel(a.colour, box.side);
    const int right = channel(b.colour, box.side);
    return left != right ? left < right : a.colour < b.colour;
  });
  std::uint64_t pixels = 0;
  for (auto each = first; each != last; ++each) {
    pixels += each->count;
  }
  std::uint64_t passed = 0;
  for (std::size_t i = box.begin; i + 1 < box.end; ++i) {
    passed += all[i].count;
    if (passed * 2 >= pixels) {
      return i + 1;
    }
  }
  return box.end - 1;
}

std::uint32_t mean_of(const std::vector<Counted>& all, const ColourBox& box) {
  std::uint32_t mean = 0;
  for (int side = 0; side < 3; ++side) {
    std::uint64_t sum = 0;
    std::uint64_t pixels = 0;
    for (std::size_t i = box.begin; i < box.end; ++i) {
      sum += static_cast<std::uint64_t>(channel(all[i].colour, side)) * all[i].count;
      pixels += all[i].count;
    }
    mean |= static_cast<std::uint32_t>((sum + pixels / 2) / pixels)
            << static_cast<unsigned>(8 * side);
  }
  return mean;
}

}  // namespace

void Palette256::count(std::span<const std::uint32_t> pixels) {
  for (std::size_t i = 0; i < pixels.size();) {
    std::size_t end = i + 1;
    while (end < pixels.size() && pixels[end] == pixels[i]) {
      ++end;
    }
    counts_[pixels[i] & 0xffffffU] += end - i;
    i = end;
  }
}

void Palette256::choose() {
  std::vector<Counted> all;
  for (const auto& [colour, count] : counts_) {
    all.push_back({colour, count});
  }
  std::sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.colour < b.colour;
  });
  const std::size_t exact = all.size() <= kMost ? all.size() : kExact;
  for (std::size_t i = 0; i < exact; ++i) {
    colours_.push_back(all[i].colour);
  }
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(exact));
  if (all.empty()) {
    return;
  }
  std::vector<ColourBox> boxes = {box_of(all, 0, all.size())};
  while (boxes.size() + exact < kMost) {
    const auto widest = std::max_element(
        boxes.begin(), boxes.end(),
        [](const ColourBox& a, const ColourBox& b) { return a.weight < b.weight; });
    if (widest->weight <= 0) {
      break;
    }
    const ColourBox box = *widest;
    const std::size_t middle = median_of(all, box);
    *widest = box_of(all, box.begin, middle);
    boxes.push_back(box_of(all, middle, box.end));
  }
  for (const ColourBox& box : boxes) {
    colours_.push_back(mean_of(all, box));
  }
}

std::uint8_t Palette256::nearest(std::uint32_t colour) {
  colour &= 0xffffffU;
  if (const auto found = known_.find(colour); found != known_.end()) {
    return found->second;
  }
  std::size_t best = 0;
  int least = 1 << 30;
  for (std::size_t i = 0; i < colours_.size(); ++i) {
    int distance = 0;
    for (int side = 0; side < 3; ++side) {
      const int by = channel(colour, side) - channel(colours_[i], side);
      distance += by * by;
    }
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  const auto index = static_cast<std::uint8_t>(best);
  known_.emplace(colour, index);
  return index;
}

}  // namespace interleave
