#include "app/window/presentation.h"

#include <algorithm>
#include <cmath>

namespace interleave {

namespace {

constexpr float kSmallWidth = 1280;
constexpr float kSmallHeight = 800;
constexpr float kLargeWidth = 1920;
constexpr float kLargeHeight = 1080;
/// Below it a comparison's timeline takes the whole width.
constexpr float kRoomBeside = 1600;

/// Type that the panels have in the window; see their files.
constexpr float kCodeSize = 12;
constexpr float kQueueSize = 12;
constexpr float kToldSize = 15;
constexpr float kNameSize = 14;

/// A measure at 1280 × 800 and at 1920 × 1080, for a window in between.
struct Between {
  float part = 0;
  float times = 1;
  float operator()(float small, float large) const {
    return std::round((small + (large - small) * part) * times);
  }
};

Between between(float width, float height) {
  const float part = std::min((width - kSmallWidth) / (kLargeWidth - kSmallWidth),
                              (height - kSmallHeight) / (kLargeHeight - kSmallHeight));
  const float times = std::min(width / kLargeWidth, height / kLargeHeight);
  return {std::clamp(part, 0.0F, 1.0F), std::max(1.0F, times)};
}

void place_sizes(Presentation& p, const Between& of) {
  p.margin = of(20, 32);
  p.title_size = of(22, 28);
  p.position_size = of(20, 24);
  p.name_size = of(20, 24);
  p.name_width = of(210, 280);
  p.lane_pitch = p.stacked ? of(44, 72) : of(56, 72);
  p.least_pitch = p.stacked ? of(28, 48) : of(40, 48);
  p.bar_height = p.stacked ? of(24, 40) : of(32, 40);
  p.code_size = of(20, 22);
  p.code_pitch = of(28, 31);
  p.queue_size = of(20, 22);
  p.told_size = of(26, 32);
  p.next_size = of(20, 24);
}

void place_beside(Presentation& p, const Between& of, Box stage) {
  const float part = 484.0F / 1240 + (624.0F / 1856 - 484.0F / 1240) * of.part;
  const float right = std::round(stage.width * part);
  p.timeline = {stage.x, stage.y, stage.width - right - of(16, 24), stage.height};
  const Box column{stage.right() - right, stage.y, right, stage.height};
  const float queue = std::min(of(232, 288), std::round(column.height * 0.6F));
  p.queue = {column.x, column.bottom() - queue, column.width, queue};
  const float gap = of(8, 12);
  p.listing = {column.x, column.y + gap, column.width, column.height - queue - 2 * gap};
}

void place_beneath(Presentation& p, const Between& of, Box stage) {
  const float queue = of(40, 44);
  const float listing = 3 * p.code_pitch + of(12, 16);
  p.queue = {stage.x, stage.bottom() - queue, stage.width, queue};
  p.listing = {stage.x, p.queue.y - of(4, 8) - listing, stage.width, listing};
  p.timeline = {stage.x, stage.y, stage.width, p.listing.y - of(6, 8) - stage.y};
}

}  // namespace

Presentation presentation(float width, float height, std::size_t runs) {
  const Between of = between(width, height);
  Presentation p;
  p.stacked = runs > 1 && width < kRoomBeside;
  place_sizes(p, of);
  const float inner = width - 2 * p.margin;
  p.header = {0, 0, width, of(48, 64)};
  const float scrubber = of(44, 52);
  p.scrubber = {p.margin, height - of(16, 16) - scrubber, inner, scrubber};
  const float narration = of(132, 184);
  p.narration = {p.margin, p.scrubber.y - of(12, 12) - narration, inner, narration};
  const float stage_bottom = p.narration.y - of(8, 16);
  const Box stage{p.margin, p.header.bottom(), inner, stage_bottom - p.header.bottom()};
  if (p.stacked) {
    place_beneath(p, of, stage);
  } else {
    place_beside(p, of, stage);
  }
  return p;
}

PanelPlace place_of(const Presentation& p, std::string_view panel) {
  if (panel == "header") {
    return {p.header, 1};
  }
  if (panel == "timeline") {
    return {p.timeline, p.name_size / kNameSize};
  }
  if (panel == "listing") {
    return {p.listing, p.code_size / kCodeSize};
  }
  if (panel == "event loop") {
    return {p.queue, p.queue_size / kQueueSize};
  }
  if (panel == "narration") {
    return {p.narration, p.told_size / kToldSize};
  }
  if (panel == "question") {
    // Answers need more room than a sentence; what stands above ends where it begins.
    constexpr float kMore = 110;
    const Box box{p.narration.x, p.narration.y - kMore, p.narration.width,
                  p.narration.height + kMore};
    return {box, std::clamp(box.height / 190, 1.1F, 1.5F)};
  }
  if (panel == "scrubber") {
    return {p.scrubber, 1};
  }
  return {};
}

}  // namespace interleave
