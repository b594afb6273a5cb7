"""Lines, names, causes: what single events say."""

from recording import Recording

FAILING = """
    import asyncio

    async def inner(n):
        await asyncio.sleep(0)
        if n == 2:
            raise ValueError("two")
        return n

    async def outer(n):
        return await inner(n)

    async def main():
        await asyncio.gather(
            outer(1),
            outer(2))

    asyncio.run(main())
    """


class EventsTest(Recording):
    def test_a_task_starts_at_its_def_and_waits_at_the_first_line_of_its_await(self):
        seen = self.of_program(FAILING)
        main = seen.task("main")
        at = {row["kind"]: row.get("line") for row in main}
        self.assertEqual(at["task_created"], 17)
        self.assertEqual(at["task_started"], 12)
        self.assertEqual(at["wait_on"], 13)
        self.assertEqual(at["task_suspended"], 13)
        self.assertEqual(at["task_resumed"], 13)

    def test_the_line_is_that_of_the_innermost_frame_in_the_listing(self):
        outer = self.of_program(FAILING).task("outer")
        self.assertEqual([(r["kind"], r["line"]) for r in outer], [
            ("task_created", 13), ("task_started", 9), ("coroutine_entered", 3),
            ("task_suspended", 4), ("task_ready", 4), ("task_resumed", 4),
            ("coroutine_left", 7), ("task_finished", 10)])

    def test_a_coroutine_left_by_an_exception_says_which(self):
        seen = self.of_program(FAILING)
        left = [row.get("error") for row in seen.kind("coroutine_left")]
        self.assertEqual(left, [None, "ValueError: two"])
        self.assertEqual(seen.task("outer 2")[-1]["error"], "ValueError: two")
        self.assertEqual(seen.last["kind"], "program_failed")
        self.assertEqual(seen.last["error"], "ValueError: two")

    def test_a_coroutine_that_raises_again_is_left_by_that_exception(self):
        seen = self.of_program("""
            import asyncio

            async def inner():
                try:
                    await asyncio.sleep(0)
                    raise ValueError("no")
                except ValueError:
                    print("seen")
                    raise

            async def outer():
                try:
                    await inner()
                finally:
                    print("cleaned up")

            async def main():
                try:
                    await outer()
                except ValueError:
                    await asyncio.sleep(0)

            asyncio.run(main())
            """)
        self.assertEqual(
            [(row["name"], row["line"], row.get("error")) for row in seen.kind("coroutine_left")],
            [("inner", 9, "ValueError: no"), ("outer", 15, "ValueError: no")])

    def test_what_a_clean_up_catches_after_it_was_suspended_is_not_what_comes_out(self):
        seen = self.of_program("""
            import asyncio

            async def inner():
                try:
                    raise ValueError("out")
                finally:
                    await asyncio.sleep(0)
                    try:
                        raise KeyError("caught")
                    except KeyError:
                        print("cleaned up")

            async def main():
                try:
                    await inner()
                except ValueError:
                    print("seen")

            asyncio.run(main())
            """)
        left, = seen.kind("coroutine_left")
        self.assertEqual(left["error"], "ValueError: out")

    def test_gather_passes_the_first_exception_on_by_the_child_that_failed(self):
        seen = self.of_program(FAILING)
        ready = [r for r in seen.task("main") if r["kind"] == "task_ready"]
        self.assertEqual([(r["cause"], r["by"]) for r in ready], [("gather", 3)])
        resumed = [r for r in seen.task("main") if r["kind"] == "task_resumed"]
        self.assertEqual(resumed[0]["thrown"], "ValueError: two")

    def test_a_second_task_of_a_name_is_numbered_and_a_given_name_is_kept(self):
        seen = self.of_program("""
            import asyncio

            async def say(text):
                await asyncio.sleep(0)

            async def main():
                first = asyncio.create_task(say("a"), name="given")
                await asyncio.gather(say("b"), say("c"), first)

            asyncio.run(main())
            """)
        self.assertEqual(seen.names()[:4], ["main", "given", "say", "say 2"])
        labels = [row["label"] for row in seen.kind("task_created")]
        self.assertEqual(labels[:4], ["main", "given", 'say("b")', 'say("c")'])

    def test_the_root_task_is_main_whatever_its_coroutine(self):
        seen = self.of_program("""
            import asyncio

            async def start():
                return 7

            asyncio.run(start())
            """)
        created = seen.kind("task_created")[0]
        self.assertEqual((created["name"], created["coroutine"]), ("main", "start"))
        self.assertEqual(seen.kind("task_finished")[0]["result"], "7")

    def test_the_loops_own_closing_tasks_are_internal_and_without_lines(self):
        seen = self.of("hello", "concurrent")
        inner = [row for row in seen.kind("task_created") if row.get("internal")]
        self.assertEqual([row["name"] for row in inner],
                         ["shutdown_asyncgens", "shutdown_default_executor"])
        for name in ("shutdown_asyncgens", "shutdown_default_executor"):
            self.assertFalse(any("line" in row for row in seen.task(name)))
        self.assertEqual(seen.kinds()[-2:], ["loop_stopped", "program_finished"])

    def test_a_sleep_of_nothing_is_a_yield_and_any_other_a_timer(self):
        seen = self.of("task-start", "await")
        child = [(r["kind"], r.get("reason") or r.get("cause"))
                 for r in seen.task("child")
                 if r["kind"] in ("task_suspended", "task_ready")]
        self.assertEqual(child, [("task_suspended", "sleep"), ("task_ready", "timer")])
        seen = self.of("task-start", "yield")
        main = [(r["kind"], r.get("reason") or r.get("cause"))
                for r in seen.task("main")
                if r["kind"] in ("task_suspended", "task_ready")]
        self.assertEqual(main, [("task_suspended", "yield"), ("task_ready", "yield")])

    def test_a_timer_is_set_before_its_task_is_suspended_and_resumes_it_in_two_iterations(self):
        seen = self.of("hello", "concurrent")
        kinds = seen.kinds()
        self.assertLess(kinds.index("timer_set"), kinds.index("task_suspended"))
        fired = seen.kind("timer_fired")[0]["iteration"]
        resumed = seen.kind("task_resumed")[0]["iteration"]
        self.assertEqual((fired, resumed), (2, 3))
        advanced = seen.kind("clock_advanced")
        self.assertEqual([(r["from_ns"], r["t_ns"], r["iteration"]) for r in advanced],
                         [(0, 1_000_000_000, 2)])

    def test_timers_due_together_fire_in_the_order_they_were_set(self):
        seen = self.of_program("""
            import asyncio

            async def nap(delay):
                await asyncio.sleep(delay)

            async def main():
                await asyncio.gather(*[nap(0.1) for _ in range(9)])

            asyncio.run(main())
            """)
        fired = [row["timer"] for row in seen.kind("timer_fired")]
        self.assertEqual(fired, list(range(1, 10)))

    def test_what_run_cancels_at_its_end_is_asked_for_by_the_program(self):
        seen = self.of("task-start", "no-await")
        asked, = seen.kind("cancel_requested")
        self.assertEqual((asked["by"], asked["count"]), (0, 1))
        self.assertNotIn("line", asked)
        child = seen.task("child")
        self.assertEqual(child[-1]["kind"], "task_cancelled")
        self.assertEqual(child[-2]["thrown"], "CancelledError")
        self.assertEqual(len(seen.kind("timer_cancelled")), 1)

    def test_a_task_cancelled_before_it_starts_runs_none_of_its_lines(self):
        seen = self.of_program("""
            import asyncio

            async def child():
                try:
                    print("never")
                finally:
                    print("nor this")

            async def main():
                task = asyncio.create_task(child())
                task.cancel()
                await asyncio.sleep(0)

            asyncio.run(main())
            """)
        child = [(r["kind"], r.get("line")) for r in seen.task("child")]
        self.assertEqual(child, [("task_created", 10), ("cancel_requested", 11),
                                 ("task_started", 3), ("task_cancelled", 3)])
        self.assertEqual(seen.output(), [])

    def test_a_task_group_waits_for_its_tasks_and_hears_of_each(self):
        seen = self.of("send-messages", "taskgroup")
        waits, = seen.kind("wait_on")
        self.assertEqual((waits["wait"], waits["members"]), ("group", [2, 3]))
        heard = [row["of"] for row in seen.kind("callback_ran")
                 if row["callback"] == "group"]
        self.assertEqual(heard, [2, 3])

    def test_a_coroutine_never_awaited_is_warned_of(self):
        seen = self.of_program("""
            import asyncio

            async def num_sum(value):
                return value

            async def main():
                num_sum(10)

            asyncio.run(main())
            """)
        self.assertEqual([row["text"] for row in seen.kind("warning")],
                         ["RuntimeWarning: coroutine 'num_sum' was never awaited"])

    def test_an_exception_nobody_looked_at_is_warned_of_when_its_task_is_dropped(self):
        seen = self.of_program("""
            import asyncio

            async def bad():
                raise ValueError("no such user")

            async def main():
                asyncio.create_task(bad())
                await asyncio.sleep(0.1)
                print("after")

            asyncio.run(main())
            """)
        warning, = seen.kind("warning")
        self.assertEqual((warning["text"], warning["task"]),
                         ("Task exception was never retrieved", 2))
        self.assertLess(warning["seq"], seen.kind("output")[0]["seq"])

    def test_a_task_that_cancels_itself_is_woken_by_that_when_it_next_waits(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                asyncio.current_task().cancel()
                try:
                    await asyncio.sleep(1)
                except asyncio.CancelledError:
                    print("cancelled")

            asyncio.run(main())
            """)
        told = [(r["kind"], r.get("cause"), r.get("by")) for r in seen.task("main")[2:5]]
        self.assertEqual(told, [("cancel_requested", None, 1),
                                ("task_suspended", None, None),
                                ("task_ready", "cancel", 1)])

    def test_a_task_that_awaits_itself_yields_and_is_thrown_an_error(self):
        seen = self.of_program("""
            import asyncio

            async def main():
                try:
                    await asyncio.current_task()
                except RuntimeError:
                    print("refused")

            asyncio.run(main())
            """)
        told = [(r["kind"], r.get("reason"), r.get("thrown")) for r in seen.task("main")[2:5]]
        self.assertEqual(told, [
            ("task_suspended", "yield", None), ("task_ready", None, None),
            ("task_resumed", None, "RuntimeError: Task cannot await on itself")])
        self.assertEqual(seen.output(), ["refused"])

    def test_work_and_blocking_move_the_clock_after_they_are_said(self):
        seen = self.of_program("""
            import asyncio
            import time

            async def main():
                start = time.perf_counter()
                work(0.25)
                time.sleep(0.5)
                print(time.perf_counter() - start, end="")
                print()
                print("no newline", end="")

            def work(seconds):
                raise NotImplementedError

            asyncio.run(main())
            """)
        said = [(r["kind"], r["t_ns"], r["line"], r["duration_ns"])
                for r in seen.kind("worked", "blocked")]
        self.assertEqual(said, [("worked", 0, 6, 250_000_000),
                                ("blocked", 250_000_000, 7, 500_000_000)])
        self.assertEqual(seen.output(), ["0.75", "no newline"])
