#include <algorithm>

#include "app/session/applier.h"

namespace interleave {

namespace {

constexpr int kSmallestType = -4;
constexpr int kLargestType = 8;

}  // namespace

void Session::Applier::operator()(const command::Escape& /*c*/) const {
  if (s.presenting_.blank) {
    s.presenting_.blank = false;
  } else if (s.palette_) {
    s.palette_ = false;
  } else if (s.tour_.running()) {
    s.tour_.end();
  } else if (s.help_) {
    s.help_ = false;
  } else if (s.compared_.explained) {
    s.compared_.explained = false;
  } else if (s.export_dialogue_) {
    s.export_dialogue_ = false;
  } else if (s.goto_dialogue_) {
    s.goto_dialogue_ = false;
  } else if (s.open_dialogue_) {
    s.open_dialogue_ = false;
  } else if (s.opening_) {
    (*this)(command::CancelOpening{});
  } else if (s.tally_dialogue_) {
    s.tally_dialogue_ = false;
  } else if (s.prediction_.choosing) {
    s.prediction_.choosing = false;
  } else if (s.prediction_.asking()) {
    s.prediction_.clear();
  } else if (s.prediction_.stage != Prediction::Stage::none) {
    (void)taken_by_question(command::Step{1});
  } else if (s.lane_filter_) {
    s.lane_filter_ = false;
    s.view_.lanes.filter.clear();
  } else if (s.drawing_.on) {
    s.drawing_.on = false;
  } else if (!s.notice_.empty()) {
    s.notice_.clear();
  } else if (!s.opened_instants_.empty()) {
    s.opened_instants_.clear();
  } else if (s.span_ || s.mark_ns_) {
    s.span_.reset();
    s.mark_ns_.reset();
  } else if (s.selected_task_ != kNoTask) {
    s.selected_task_ = kNoTask;
    s.selected_run_ = s.view_.focus;
  } else if (s.presenting_.on) {
    s.presenting_.flip();
  } else if (s.full_screen_) {
    s.full_screen_ = false;
  } else {
    (*this)(command::CloseCard{});
  }
}

void Session::Applier::operator()(const command::Flip& c) const {
  const auto flip = [](bool& value) { value = !value; };
  switch (c.what) {
    case command::Toggle::listing:
      return flip(s.preferences_.show_listing);
    case command::Toggle::output:
      return flip(s.preferences_.show_output);
    case command::Toggle::why:
      return flip(s.preferences_.why);
    case command::Toggle::veil:
      return flip(s.preferences_.veil);
    case command::Toggle::help:
      return flip(s.help_);
    case command::Toggle::full_screen:
      return flip(s.full_screen_);
    case command::Toggle::export_dialogue:
      s.goto_dialogue_ = false;
      return flip(s.export_dialogue_);
    case command::Toggle::goto_dialogue:
      s.export_dialogue_ = false;
      return flip(s.goto_dialogue_);
    case command::Toggle::prediction:
      return flip(s.prediction_.choosing);
    case command::Toggle::tally_dialogue:
      return flip(s.tally_dialogue_);
    case command::Toggle::lane_filter:
      return flip(s.lane_filter_);
    case command::Toggle::cpp_listing:
      return flip(s.preferences_.cpp_listing);
    case command::Toggle::presentation:
      return s.presenting_.flip();
    case command::Toggle::blank:
      s.presenting_.blank = s.presenting_.on && !s.presenting_.blank;
      return;
    case command::Toggle::reduced_motion:
      s.pulse_ = 0;
      return flip(s.preferences_.reduced_motion);
    case command::Toggle::palette:
      return flip(s.palette_);
    case command::Toggle::open_dialogue:
      s.export_dialogue_ = false;
      return flip(s.open_dialogue_);
  }
}

void Session::Applier::operator()(const command::NextDepth& /*c*/) const {
  const int next = (static_cast<int>(s.preferences_.depth) + 1) % 3;
  s.preferences_.depth = static_cast<Depth>(next);
}

void Session::Applier::operator()(const command::NextTheme& /*c*/) const {
  s.preferences_.theme = next_on_screen(s.preferences_.theme);
}

void Session::Applier::operator()(const command::SetTheme& c) const {
  s.preferences_.theme = c.theme;
}

void Session::Applier::operator()(const command::TypeSize& c) const {
  int& size = s.preferences_.type_size;
  size = c.notches == 0 ? 0 : std::clamp(size + c.notches, kSmallestType, kLargestType);
}

void Session::Applier::operator()(const command::ClearNotice& /*c*/) const { s.notice_.clear(); }

void Session::Applier::operator()(const command::MoveFocus& /*c*/) const {}

void Session::Applier::operator()(const command::Quit& /*c*/) const { s.quit_ = true; }

}  // namespace interleave
