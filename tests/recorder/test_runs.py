"""A run within a run, refused or let through; the ends of a loop."""

from recording import WAITING, Recording

OTHERS_MEANWHILE = """
    import asyncio

    def run(coroutine):
        loop = asyncio.get_running_loop()
        task = loop.create_task(coroutine)
        caller = asyncio.current_task()
        asyncio.tasks._leave_task(loop, caller)
        while not task.done():
            loop._run_once()
        asyncio.tasks._enter_task(loop, caller)
        return task.result()

    async def inner():
        await asyncio.sleep(1)
        return 5

    async def other():
        await asyncio.sleep(0)

    async def main():
        asyncio.create_task(other())
        print(run(inner()))
        await asyncio.sleep(0)

    asyncio.run(main())
    """


class NestedRunTest(Recording):
    def test_it_is_refused_and_its_coroutine_never_awaited(self):
        seen = self.of("nested-run", "nested")
        self.assertEqual(seen.output()[-1], "RuntimeError: asyncio.run() cannot be "
                                            "called from a running event loop")
        warning, = seen.kind("warning")
        self.assertEqual(warning["text"],
                         "RuntimeWarning: coroutine 'cell' was never awaited")

    def test_let_through_it_suspends_its_caller_while_the_others_run(self):
        seen = self.of_program(OTHERS_MEANWHILE)
        self.assertEqual(seen.output(), ["5"])
        self.assertEqual(seen.story("task_started", "task_finished", *WAITING)[:16], [
            "1 main task_started",
            "1 main task_suspended nested_run 3",
            "2 other task_started",
            "2 other task_suspended yield",
            "2 other task_ready yield 2",
            "2 inner task_started",
            "2 inner task_suspended sleep 1000000000",
            "3 other task_resumed",
            "3 other task_finished",
            "4 inner task_ready timer 0",
            "5 inner task_resumed",
            "5 inner task_finished 5",
            "5 main task_ready task 3",
            "5 main task_resumed",
            "5 main task_suspended yield",
            "5 main task_ready yield 1"])

    def test_its_line_is_that_of_the_listings_own_run(self):
        seen = self.of_program(OTHERS_MEANWHILE)
        lines = {r["line"] for r in seen.task("main")
                 if r.get("reason") == "nested_run" or r.get("cause") == "task"}
        self.assertEqual(lines, {9})

    def test_without_others_it_is_as_if_awaited_in_iterations_of_its_own(self):
        self.assertEqual(self.of("nested-run", "patched").output(),
                         self.of("nested-run", "awaited").output())


class LifecycleTest(Recording):
    def test_run_cancels_what_is_left_and_lets_it_clean_up(self):
        seen = self.of("run-lifecycle", "run")
        self.assertEqual(seen.output(), ["tick 1", "tick 2", "heartbeat cleaned up"])
        self.assertEqual(seen.kind("warning"), [])

    def test_a_loop_closed_by_hand_leaves_it_pending(self):
        seen = self.of("run-lifecycle", "by-hand")
        self.assertEqual(seen.output(), ["tick 1", "tick 2"])
        self.assertEqual(seen.kinds()[-3:], ["loop_stopped", "warning", "program_finished"])
        self.assertEqual(seen.kind("warning")[0]["text"],
                         "Task was destroyed but it is pending!")
        self.assertEqual(seen.kind("warning")[0]["task"], 2)

    def test_a_coroutine_that_is_only_made_is_warned_of(self):
        seen = self.of("never-awaited", "forgotten")
        self.assertEqual(seen.output(), ["coroutine"])
        self.assertEqual([r["text"] for r in seen.kind("warning")],
                         ["RuntimeWarning: coroutine 'num_sum' was never awaited"])
        self.assertEqual(self.of("never-awaited", "awaited").output(), ["10"])
