"""asyncio.as_completed, which inside is a queue."""

from recording import Recording


class AsCompletedTest(Recording):
    def test_results_come_as_they_are_ready(self):
        seen = self.of("send-messages", "as-completed")
        results = [text for text in seen.output() if text.startswith("Completed")]
        self.assertEqual(results, ["Completed message to Anna Herb",
                                   "Completed message to John Doe",
                                   "Completed message to Chris Jakson"])
        self.assertEqual(seen.output()[-1], "Time taken 3.0s")

    def test_whom_it_waits_for_is_said_once(self):
        seen = self.of("send-messages", "as-completed")
        waits, = seen.kind("wait_on")
        self.assertEqual((waits["wait"], waits["type"], waits["members"]),
                         ("as_completed", "as_completed", [2, 3, 4]))
        suspended = [(r["reason"], r["on"]) for r in seen.task("main")
                     if r["kind"] == "task_suspended"]
        self.assertEqual(suspended, [("as_completed", "as_completed")] * 3)

    def test_each_task_that_ends_wakes_the_waiter_by_a_callback(self):
        seen = self.of("send-messages", "as-completed")
        ready = [(r["cause"], r["by"]) for r in seen.task("main")
                 if r["kind"] == "task_ready"]
        self.assertEqual(ready, [("as_completed", 3), ("as_completed", 2),
                                 ("as_completed", 4)])

    def test_what_is_done_already_is_taken_without_a_suspension(self):
        seen = self.of("send-messages", "as-completed",
                       settings={"john": 1, "chris": 1})
        main = [r for r in seen.task("main") if r["kind"] == "task_suspended"]
        self.assertEqual(len(main), 1)
