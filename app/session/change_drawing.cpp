#include "app/session/applier.h"

namespace interleave {

void Session::Applier::operator()(const command::Draw& /*c*/) const {
  if (s.drawing_.on) {
    s.drawing_.on = false;
    return;
  }
  s.prediction_.choosing = false;
  s.stop_playing();
  s.focused().finish();  // every program is bounded
  s.drawing_.begin(s.focused().trace(), s.view_.focus);
}

void Session::Applier::operator()(const command::DrawingRoom& c) const {
  const bool changes = s.drawing_.room != c.columns;
  s.drawing_.room = c.columns;
  if (changes && s.drawing_.on && s.drawing_.is_empty() && !s.drawing_.told) {
    s.drawing_.begin(s.run(s.drawing_.run).trace(), s.drawing_.run);
  }
}

void Session::Applier::operator()(const command::PaintCells& c) const {
  Drawing& drawing = s.drawing_;
  if (!drawing.on || drawing.told) {
    return;
  }
  if (!c.continues) {
    drawing.keep();
  }
  paint(drawing.drawn, c.row, c.from, c.to, c.stroke);
  drawing.cursor = {c.row, c.to, c.to};
}

void Session::Applier::operator()(const command::PaintHere& c) const {
  Drawing& drawing = s.drawing_;
  if (!drawing.on || drawing.told) {
    return;
  }
  drawing.brush = c.stroke;
  drawing.keep();
  paint(drawing.drawn, drawing.cursor.row, drawing.cursor.from, drawing.cursor.to, c.stroke);
}

void Session::Applier::operator()(const command::ChooseBrush& c) const {
  s.drawing_.brush = c.stroke;
}

void Session::Applier::operator()(const command::MoveDrawingCursor& c) const {
  if (s.drawing_.on) {
    s.drawing_.move_cursor(c.across, c.down, c.extend);
  }
}

void Session::Applier::operator()(const command::TellDrawing& /*c*/) const {
  if (!s.drawing_.on) {
    return;
  }
  if (s.drawing_.told) {
    s.drawing_.on = false;
  } else {
    s.drawing_.tell(s.run(s.drawing_.run).trace());
  }
}

void Session::Applier::operator()(const command::UndoStroke& /*c*/) const { s.drawing_.undo(); }

void Session::Applier::operator()(const command::ClearDrawing& /*c*/) const { s.drawing_.clear(); }

}  // namespace interleave
