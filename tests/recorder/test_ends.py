"""How a recording ends when the program would not."""

from recording import Recording


class EndsTest(Recording):
    def test_an_endless_program_is_watched_until_its_time_is_over(self):
        seen = self.of("two-hellos", "forever", until=3)
        self.assertEqual(seen.last["kind"], "program_stopped")
        self.assertEqual((seen.last["t_ns"], seen.last["until_ns"]), (3 * 10**9,) * 2)
        self.assertNotIn("loop_stopped", seen.kinds())
        self.assertEqual(seen.output(), ["second hello", "first hello"])

    def test_events_at_exactly_that_time_are_not_in_it(self):
        seen = self.of("two-hellos", "forever", until=2)
        self.assertEqual(seen.output(), ["second hello"])
        self.assertTrue(all(row["t_ns"] < 2 * 10**9 for row in seen.rows[:-1]))

    def test_the_time_to_watch_may_end_within_work(self):
        for mode in ("sequential", "generators", "concurrent"):
            seen = self.of("book-and-messages", mode, until=0.3)
            self.assertEqual(seen.last["kind"], "program_stopped")
            self.assertEqual(seen.rows[-2]["kind"], "worked")
            self.assertEqual(seen.last["t_ns"], 300_000_000)

    def test_a_program_that_ends_before_that_time_has_finished(self):
        seen = self.of("hello", "concurrent", until=5)
        self.assertEqual(seen.last["kind"], "program_finished")

    def test_a_main_that_is_cancelled_fails(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                asyncio.current_task().cancel()
                await asyncio.sleep(1)

            asyncio.run(main())
            """)
        self.assertEqual((seen.last["kind"], seen.last["error"]),
                         ("program_failed", "CancelledError"))

    def test_the_limit_of_events_is_a_failure_that_says_so(self):
        for source in ("""
            import asyncio

            async def main():
                while True:
                    await asyncio.sleep(0)

            asyncio.run(main())
            """, """
            while True:
                print("again")
            """):
            seen = self.of_program(source, limit=100)
            self.assertEqual(len(seen.rows), 100)
            self.assertEqual(seen.last["kind"], "program_failed")
            self.assertIn("limit of 100 events", seen.last["error"])

    def test_a_deadlock_ends_the_run(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                await asyncio.Event().wait()

            asyncio.run(main())
            """)
        self.assertEqual(seen.last["kind"], "program_failed")
        self.assertIn("deadlock", seen.last["error"])

    def test_nothing_that_was_altered_stays_so(self):
        import asyncio
        import sys
        import time
        before = (time.sleep, time.time, sys.stdout, asyncio.Task,
                  asyncio.all_tasks, asyncio.runners.Runner.run, sys.gettrace())
        self.of("hello", "concurrent")
        self.of("two-hellos", "forever", until=2)
        after = (time.sleep, time.time, sys.stdout, asyncio.Task,
                 asyncio.all_tasks, asyncio.runners.Runner.run, sys.gettrace())
        self.assertEqual(before, after)
        self.assertNotIn("set", vars(asyncio.tasks))
        asyncio.run(asyncio.sleep(0))

    def test_a_task_left_behind_complains_even_if_it_has_caught_something_before(self):
        seen = self.of_program("""
            import asyncio
            queue = asyncio.Queue()

            async def waits():
                try:
                    queue.get_nowait()
                except asyncio.QueueEmpty:
                    pass
                await queue.get()

            async def leaves_it_behind():
                try:
                    await asyncio.sleep(1)
                finally:
                    asyncio.create_task(waits())

            async def main():
                asyncio.create_task(leaves_it_behind())
                await asyncio.sleep(0)

            asyncio.run(main())
            """)
        warned, = seen.kind("warning")
        self.assertEqual(warned["text"], "Task was destroyed but it is pending!")

    def test_a_generators_exit_that_comes_out_of_main_ends_the_program(self):
        seen = self.of_program("""
            import asyncio

            async def numbers():
                try:
                    yield 1
                finally:
                    yield 2

            async def main():
                some = numbers()
                await anext(some)
                try:
                    await some.aclose()
                except RuntimeError as error:
                    print(error)
                await anext(some)

            asyncio.run(main())
            """)
        self.assertEqual(seen.last["kind"], "program_failed")
        self.assertEqual(seen.last["error"], "GeneratorExit")
