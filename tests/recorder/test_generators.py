"""Async generators: no task and no coroutine of their own, but lines."""

from recording import Recording

NUMBERS = """
    import asyncio

    async def numbers():
        try:
            for number in range(3):
                await asyncio.sleep(1)
                yield number
        finally:
            await asyncio.sleep(0)
            print("closed")

    async def first():
        async for number in numbers():
            return number

    async def main():
        BODY

    asyncio.run(main())
    """


class AsyncGeneratorsTest(Recording):
    def test_who_waits_in_one_stands_at_its_await(self):
        seen = self.of_program(NUMBERS.replace("BODY", "print([n async for n in numbers()])"))
        waits = [(r["line"], r["reason"]) for r in seen.task("main")
                 if r["kind"] == "task_suspended"]
        self.assertEqual(waits, [(6, "sleep")] * 3 + [(9, "yield")])
        self.assertEqual(seen.output(), ["closed", "[0, 1, 2]"])

    def test_neither_it_nor_a_comprehension_is_told_as_a_coroutine(self):
        seen = self.of_program(NUMBERS.replace("BODY", "print([n async for n in numbers()])"))
        self.assertEqual(seen.kind("coroutine_entered", "coroutine_left"), [])

    def test_an_unfinished_one_that_is_dropped_is_closed_by_a_task(self):
        seen = self.of_program(NUMBERS.replace("BODY",
                                               "print(await first()); await asyncio.sleep(1)"))
        self.assertEqual(seen.output(), ["0", "closed"])
        closing = [(r["kind"], r.get("line")) for r in seen.task("aclose")]
        self.assertEqual(closing, [
            ("task_created", None), ("task_started", 3), ("task_suspended", 9),
            ("task_ready", 9), ("task_resumed", 9), ("output", 10), ("task_finished", 10)])
        created = seen.task("aclose")[0]
        self.assertEqual((created["parent"], created.get("internal")), (0, None))
        queued = seen.rows[created["seq"] - 1]
        self.assertEqual((queued["kind"], queued["callback"]), ("callback_ran", "call"))
        self.assertEqual(created["iteration"] + 1, seen.task("aclose")[1]["iteration"])

    def test_aclose_awaited_runs_inside_the_task(self):
        seen = self.of_program(NUMBERS.replace(
            "BODY", "some = numbers(); await anext(some); await some.aclose()"))
        self.assertEqual(seen.names()[:2], ["main", "shutdown_asyncgens"])
        self.assertEqual([r["line"] for r in seen.task("main")
                          if r["kind"] == "task_suspended"], [6, 9])

    def test_what_is_left_at_the_end_is_closed_by_the_loop_in_the_order_begun(self):
        seen = self.of_program("""
            import asyncio

            async def numbers(name):
                try:
                    yield name
                finally:
                    print(name)

            kept = []

            async def main():
                for name in "dcba":
                    kept.append(numbers(name))
                    await anext(kept[-1])

            asyncio.run(main())
            """)
        self.assertEqual(seen.output(), list("dcba"))
        self.assertEqual(seen.names(), ["main", "shutdown_asyncgens", "aclose", "aclose 2",
                                        "aclose 3", "aclose 4", "shutdown_default_executor"])
