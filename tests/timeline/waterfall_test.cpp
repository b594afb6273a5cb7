#include "app/timeline/waterfall.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/fonts.h"
#include "tests/catch.h"
#include "tests/timeline/runs.h"
#include "tests/timeline/shapes_of.h"
#include "tests/trace/runs.h"

using namespace interleave;
using namespace interleave::test;

namespace {

WaterfallView view_of(const Trace& baseline, const Trace& other, float width = 1000) {
  WaterfallView view;
  view.baseline = {"A", "Sequential", requests_of(baseline)};
  view.other = {"B", "Concurrent", requests_of(other)};
  view.comparison = compare(baseline, other);
  view.width = width;
  return view;
}

std::vector<TextShape> texts(const Waterfall& picture) {
  std::vector<TextShape> result;
  for (const Shape& shape : picture.shapes) {
    if (const auto* text = std::get_if<TextShape>(&shape.form)) {
      result.push_back(*text);
    }
  }
  return result;
}

bool says(const Waterfall& picture, const std::string& words) {
  const auto all = texts(picture);
  return std::any_of(all.begin(), all.end(),
                     [&](const TextShape& text) { return text.text == words; });
}

Box box_of(const TextShape& text) {
  const float width = embedded_measure().width(text.text, text.face, text.size);
  const float x = text.align == Align::left     ? text.at.x
                  : text.align == Align::middle ? text.at.x - width / 2
                                                : text.at.x - width;
  return {x, text.at.y - 0.8F * text.size, width, text.size};
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

TEST_CASE("the waterfall of boiling water tells its one step and both balances") {
  const Waterfall picture = waterfall(
      view_of(boiling_water_sequential(), boiling_water_concurrent()), embedded_measure());
  CHECK(says(picture, "1.6 s saved, 1.53× as fast"));
  CHECK(says(picture, "− 1.6 s"));
  CHECK(says(picture, "4.6 s = 1.6 s computing + 3.0 s waiting"));
  CHECK(says(picture, "3.0 s = 1.6 s computing + 3.0 s waiting − 1.6 s both at once"));
  CHECK(says(picture, "worked 1.6 s"));
  CHECK(says(picture, "BLOCKED 3.0 s"));
  CHECK(says(picture, "idle 1.4 s"));
}

TEST_CASE("of every pair of runs all is drawn inside the page, and no words over others") {
  const auto runs = all_runs();
  for (const auto& [one_name, one] : runs) {
    for (const auto& [other_name, other] : runs) {
      for (const float width : {820.0F, 1024.0F}) {
        INFO(one_name << " / " << other_name << " at " << width);
        const Waterfall picture = waterfall(view_of(one, other, width), embedded_measure());
        const auto all = texts(picture);
        for (std::size_t i = 0; i < all.size(); ++i) {
          const Box box = box_of(all[i]);
          CHECK(box.x >= -0.5F);
          CHECK(box.right() <= width + 0.5F);
          CHECK(box.bottom() <= picture.height);
          CHECK(all[i].size >= 12);
          for (std::size_t j = i + 1; j < all.size(); ++j) {
            INFO(all[i].text << " | " << all[j].text);
            CHECK_FALSE(overlap(box, box_of(all[j])));
          }
        }
        for (const Shape& shape : picture.shapes) {
          if (const auto* rect = std::get_if<RectShape>(&shape.form)) {
            CHECK(rect->box.x >= -0.5F);
            CHECK(rect->box.right() <= width + 0.5F);
          }
        }
      }
    }
  }
}

TEST_CASE("a larger scale is the same picture, larger") {
  WaterfallView view = view_of(boiling_water_sequential(), boiling_water_concurrent());
  const Waterfall one = waterfall(view, embedded_measure());
  view.width *= 2;
  view.scale = 2;
  const Waterfall two = waterfall(view, embedded_measure());
  CHECK(one.shapes.size() == two.shapes.size());
  CHECK(std::abs(two.height - 2 * one.height) < 8);
}

TEST_CASE("runs that can't be compared have no steps between them") {
  const Waterfall picture =
      waterfall(view_of(boiling_water_sequential(), two_locks_deadlock()), embedded_measure());
  CHECK(says(picture, "Did not finish: deadlock at 0.0 s"));
  const auto all = texts(picture);
  CHECK(std::none_of(all.begin(), all.end(),
                     [](const TextShape& text) { return text.text.starts_with("−"); }));
}

TEST_CASE("a balance is said as a sum without what is nothing") {
  Balance balance;
  CHECK(balance_words(balance) == "0.0 s");
  balance.total_ns = 5'000'000'000;
  balance.waiting_ns = 10'000'000'000;
  balance.overlap_pp_ns = 5'000'000'000;
  CHECK(balance_words(balance) == "5.0 s = 10.0 s waiting − 5.0 s waited side by side");
}
