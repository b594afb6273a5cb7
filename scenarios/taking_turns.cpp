#include "scenarios/taking_turns.h"

#include <string>

#include "runtime/generator.h"
#include "runtime/sleep.h"
#include "scenarios/parameters.h"

namespace interleave {

Coro<> reading_book(Scope s, Settings p, Turns turns) {
  const int pages = p.count("pages");
  for (int page = 1; page <= pages; ++page) {
    s.at("print(").print("reading page " + std::to_string(page));
    s.at("work(PAGE_TIME)").work(duration(p, "page_time"));
    if (page < pages && turns == Turns::sleep0) {
      co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
    }
    if (page < pages && turns == Turns::yield) {
      co_await yield(s.at("yield"));
    }
  }
  s.at("for page in");
}

Coro<> checking_messages(Scope s, Settings p, Turns turns) {
  const int messages = p.count("messages");
  for (int message = 1; message <= messages; ++message) {
    s.at("print(").print("reading new message " + std::to_string(message));
    s.at("work(MESSAGE_TIME)").work(duration(p, "message_time"));
    if (message < messages && turns == Turns::sleep0) {
      co_await sleep(s.at("asyncio.sleep(0)"), Duration::zero());
    }
    if (message < messages && turns == Turns::yield) {
      co_await yield(s.at("yield"));
    }
  }
  s.at("for message in");
}

}  // namespace interleave
