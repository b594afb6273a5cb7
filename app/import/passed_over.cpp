#include "app/import/passed_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/import/quoted_word.h"

namespace interleave {

namespace {

constexpr std::size_t kMostNames = 100;
constexpr std::string_view kOthers = "others";

}  // namespace

void PassedOver::note(std::string_view what, std::string_view name, std::uint64_t times) {
  std::string key(what);
  if (!name.empty()) {
    key += " " + quoted_word(name);
  }
  if (counts_.size() >= kMostNames && !counts_.contains(key)) {
    key = kOthers;
  }
  counts_[key] += times;
}

std::string PassedOver::words(std::size_t names) const {
  if (counts_.empty()) {
    return {};
  }
  std::vector<std::pair<std::string_view, std::uint64_t>> list(counts_.begin(), counts_.end());
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  std::string text = "passed over: ";
  for (std::size_t i = 0; i < list.size() && i < names; ++i) {
    text += fmt::format("{}{}", i > 0 ? ", " : "", list[i].first);
    if (list[i].second > 1) {
      text += fmt::format(" ({} times)", list[i].second);
    }
  }
  if (list.size() > names) {
    text += fmt::format(" and {} more", list.size() - names);
  }
  return text;
}

}  // namespace interleave
