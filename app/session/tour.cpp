#include "app/session/tour.h"

#include <algorithm>
#include <array>

namespace interleave {

namespace {

constexpr std::array<TourStop, 6> kStops = {{
    {"timeline", "Who does what, and when",
     "A lane for each task. Solid: it runs. Dashed: it is ready, but another has the thread. "
     "Hatched: it is suspended, for the reason that stands on it."},
    {"transport", "One thing at a time",
     "→ goes on to the next thing that happens, ← back; a presenter’s clicker does the same. "
     "Space plays."},
    {"narration", "What happened, and why",
     "At each stop: what just happened, and what the event loop does next. Select a lane with ↑ ↓ "
     "to be told why that task isn’t running. V tells more."},
    {"modes", "The same work, done another way",
     "Each is a program of its own. Click one to see it run; C lays two under each other and shows "
     "what is saved."},
    {"parameters", "What if it took longer?",
     "Drag a slider, and everything is run anew at once. The playhead stays where it was."},
    {"Keys", "All of it is at your fingers",
     "? shows every key. Ctrl+P finds any lesson or action by its name, this tour too."},
}};

}  // namespace

std::span<const TourStop> tour_stops() { return kStops; }

void Tour::start() {
  stop = 0;
  offered = false;
}

void Tour::go(int delta) {
  stop = std::max(0, stop + delta);
  if (stop >= static_cast<int>(kStops.size())) {
    end();
  }
}

void Tour::end() {
  stop = -1;
  offered = false;
}

}  // namespace interleave
