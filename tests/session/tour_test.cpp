#include "app/session/tour.h"

#include "app/session/session.h"
#include "tests/catch.h"

namespace interleave {
namespace {

TEST_CASE("the tour is short and every stop says something") {
  CHECK(tour_stops().size() >= 4);
  CHECK(tour_stops().size() <= 6);
  for (const TourStop& stop : tour_stops()) {
    INFO(stop.place);
    CHECK_FALSE(stop.title.empty());
    CHECK(stop.text.size() < 200);
  }
}

TEST_CASE("it goes on, back, and ends past the last stop") {
  Session session;
  session.offer_tour();
  session.apply(command::StartTour{});
  CHECK(session.tour().stop == 0);
  CHECK_FALSE(session.tour().offered);
  session.apply(command::TourStep{-1});
  CHECK(session.tour().stop == 0);
  for (std::size_t i = 0; i < tour_stops().size(); ++i) {
    CHECK(session.tour().running());
    session.apply(command::TourStep{1});
  }
  CHECK_FALSE(session.tour().running());
  session.apply(command::TourStep{1});
  CHECK_FALSE(session.tour().running());
}

TEST_CASE("Esc skips the tour, and an offer declined is not made again") {
  Session session;
  session.apply(command::StartTour{});
  session.apply(command::Escape{});
  CHECK_FALSE(session.tour().running());
  session.offer_tour();
  session.apply(command::EndTour{});
  CHECK_FALSE(session.tour().offered);
}

}  // namespace
}  // namespace interleave
