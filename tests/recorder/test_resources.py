"""What is shared: its name, futures of the listing, its server."""

from recording import WAITING, Recording


class NamesTest(Recording):
    def names(self, source):
        seen = self.of_program("import asyncio\n\n" + source)
        self.assertEqual(seen.last["kind"], "program_finished", seen.last)
        return [row["resource"] for row in seen.kind("resource_created")]

    def test_it_is_named_after_the_variable_that_takes_it(self):
        self.assertEqual(self.names("left = asyncio.Lock()\n"), ["left"])
        self.assertEqual(self.names("a, b = asyncio.Lock(), asyncio.Event()\n"), ["a", "b"])
        self.assertEqual(self.names("held = {}\nheld['x'] = asyncio.Lock()\n"), ["held"])
        self.assertEqual(self.names("if (door := asyncio.Lock()):\n    pass\n"), ["door"])

    def test_an_attribute_gives_its_own_name(self):
        self.assertEqual(self.names("class Shop:\n    def __init__(self):\n"
                                    "        self.orders = asyncio.Queue()\n\n"
                                    "Shop()\n"), ["orders"])

    def test_those_made_in_a_row_are_numbered(self):
        self.assertEqual(self.names("forks = [asyncio.Lock() for _ in range(3)]\n"),
                         ["forks", "forks 2", "forks 3"])
        self.assertEqual(self.names("forks = (asyncio.Lock(),\n         asyncio.Lock())\n"),
                         ["forks", "forks 2"])

    def test_without_a_variable_it_is_named_after_its_type(self):
        self.assertEqual(self.names("print(asyncio.Lock().locked())\n"), ["lock"])
        self.assertEqual(self.names("known = [str(asyncio.Semaphore(2))]\n"), ["semaphore"])

    def test_what_asyncio_makes_for_itself_is_not_told(self):
        self.assertEqual(self.names("queue = asyncio.Queue()\nstart = asyncio.Barrier(2)\n"),
                         ["queue", "start"])


class FuturesTest(Recording):
    def test_a_future_of_the_listing_is_told_and_wakes_its_waiter(self):
        seen = self.of_program("""
            import asyncio

            async def resolve(answer):
                answer.set_result("42")

            async def main():
                answer = asyncio.get_running_loop().create_future()
                resolving = asyncio.create_task(resolve(answer))
                print(await answer)

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("resource_created", *WAITING), [
            "1 main resource_created answer future",
            "1 main task_suspended future answer",
            "2 resolve resource_changed answer resolved '42'",
            "2 main task_ready future 2",
            "3 main task_resumed"])

    def test_it_fails_or_is_cancelled_also_by_the_cancelling_of_its_waiter(self):
        seen = self.of_program("""
            import asyncio

            async def waiter(answer):
                await answer

            async def main():
                failing, given_up = asyncio.Future(), asyncio.Future()
                failing.set_exception(ValueError("no such user"))
                failing.exception()
                waiting = asyncio.create_task(waiter(given_up))
                await asyncio.sleep(0)
                waiting.cancel()

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("resource_changed", "cancel_requested"), [
            "1 main resource_changed failing failed ValueError: no such user",
            "2 waiter cancel_requested 1 1",
            "2 main resource_changed given_up cancelled"])
        self.assertIn("2 waiter task_ready cancel 1", seen.story("task_ready"))

    def test_a_callback_of_the_listing_may_resolve_it(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                answer = loop.create_future()
                loop.call_soon(print, "soon")
                loop.call_later(1, answer.set_result, 42)
                await answer

            asyncio.run(main())
            """)
        self.assertEqual(seen.story("timer_set", "callback_ran", "resource_changed",
                                    "task_ready", "output")[:6], [
            "1 - timer_set 1 1000000000 call 1",
            "2 - callback_ran call",
            "2 - output soon",
            "3 - callback_ran timer 1",
            "3 - resource_changed answer resolved 42",
            "3 main task_ready future 0"])


class ServerTest(Recording):
    def test_a_server_of_the_listing_takes_refuses_and_lets_go(self):
        seen = self.of("twenty-downloads", "concurrent",
                       settings={"count": 3, "capacity": 2})
        created, = seen.kind("resource_created")
        self.assertEqual((created["resource"], created["type"], created["capacity"],
                          created["task"]), ("server", "server", 2, 0))
        self.assertEqual(seen.story("resource_changed"), [
            "2 download resource_changed server acquired 1",
            "2 download 2 resource_changed server acquired 0",
            "2 download 3 resource_changed server refused 0",
            "5 download resource_changed server released 1",
            "5 download 2 resource_changed server released 2"])
        self.assertEqual(seen.output(), ["refused: 1"])

    def test_its_lines_are_those_of_the_with(self):
        seen = self.of("twenty-downloads", "sequential", settings={"count": 1})
        lines = {row["line"] for row in seen.kind("resource_changed")}
        self.assertEqual(len(lines), 1)
        self.assertEqual(len(seen.kind("task_created")), 1)
