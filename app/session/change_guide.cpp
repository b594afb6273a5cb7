#include "app/session/applier.h"

namespace interleave {

void Session::Applier::operator()(const command::CloseCard& /*c*/) const {
  s.cards_.close(s.card());
}

void Session::Applier::operator()(const command::NoteUse& c) const { note_use(s.recent_, c.entry); }

void Session::Applier::operator()(const command::StartTour& /*c*/) const {
  s.help_ = false;
  s.export_dialogue_ = false;
  s.goto_dialogue_ = false;
  s.tour_.start();
}

void Session::Applier::operator()(const command::TourStep& c) const {
  if (s.tour_.running()) {
    s.tour_.go(c.delta);
  }
}

void Session::Applier::operator()(const command::EndTour& /*c*/) const { s.tour_.end(); }

}  // namespace interleave
