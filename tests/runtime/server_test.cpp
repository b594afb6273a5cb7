#include "runtime/server.h"

#include "runtime/errors.h"
#include "runtime/gather.h"
#include "runtime/holding.h"
#include "runtime/run.h"
#include "runtime/sleep.h"
#include "tests/catch.h"
#include "tests/runtime/sample.h"

namespace interleave::test {

namespace {

Coro<> download(Scope s, Server server, int number) {
  s.at("with server");
  server.enter();
  const Holding held(s, server);
  co_await sleep(s.at("asyncio.sleep"), ms(100));
  if (number == 2) {
    s.at("raise");
    throw Error("ValueError", "no page");
  }
}
Coro<> downloads(Scope s, Server server) {
  s.at("asyncio.gather");
  auto all = gather(s, return_exceptions, download(s.def("download"), server, 1),
                    download(s.def("download"), server, 2), download(s.def("download"), server, 3));
  const auto results = co_await all;
  s.at("task = ");
  const Task<> task = create_task(s, download(s.def("download"), server, 4));
  co_await sleep(s.at("asyncio.sleep"), ms(50));
  s.at("task.cancel");
  task.cancel();
  co_await sleep(s.at("asyncio.sleep", 2), ms(50));
  s.at("print").print(std::to_string(server.free()));
}
Coro<> module(Scope s) {
  const Server server(s.at("server = "), 2);
  co_await run(s.at("asyncio.run"), downloads(s.def("main"), server));
}
const Sample kServer("a server that refuses", R"(import asyncio

class Server:
    def __init__(self, capacity):
        self.free = capacity

    def __enter__(self):
        if self.free == 0:
            raise ConnectionError("server busy")
        self.free -= 1

    def __exit__(self, *error):
        self.free += 1

server = Server(2)

async def download(number):
    with server:
        await asyncio.sleep(0.1)
        if number == 2:
            raise ValueError("no page")

async def main():
    await asyncio.gather(download(1), download(2), download(3), return_exceptions=True)
    task = asyncio.create_task(download(4))
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0.05)
    print(server.free)

asyncio.run(main())
)",
                     module);

Lines changes(const EventLog& log) {
  Lines out;
  for (ChangeId id = 1; id <= log.change_count(); ++id) {
    const ChangeInfo& change = log.change(id);
    out.push_back(std::string(log.text(change.action)) + " " + std::to_string(change.level));
  }
  return out;
}

}  // namespace

TEST_CASE("a server takes so many at once, refuses more, and gets every place back") {
  const Log log = kServer.run();
  CHECK(changes(*log) == Lines{"acquired 1", "acquired 0", "refused 0", "released 1", "released 2",
                               "acquired 1", "released 2"});
  CHECK(told(*log, {Kind::task_failed}) ==
        Lines{"download 3 task_failed ConnectionError: server busy",
              "download 2 task_failed ValueError: no page"});
  CHECK(outputs(*log) == Lines{"2"});
}

}  // namespace interleave::test
