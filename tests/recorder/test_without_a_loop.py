"""Sequential calls and generators driven by hand."""

from recording import Recording


class WithoutALoopTest(Recording):
    def test_no_iteration_and_no_loop_is_told_of(self):
        for mode in ("sequential", "generators"):
            seen = self.of("book-and-messages", mode)
            self.assertEqual({row["iteration"] for row in seen.rows}, {0})
            self.assertFalse({"loop_started", "loop_stopped", "iteration_started"}
                             & set(seen.kinds()))

    def test_each_call_is_a_task_and_work_is_none(self):
        seen = self.of("boiling-water", "sequential")
        self.assertEqual(seen.names(),
                         ["boiling_water", "reading_book", "checking_messages"])
        self.assertEqual(seen.last["step"], 3)

    def test_a_caller_is_suspended_while_the_one_it_calls_runs(self):
        seen = self.of_program("""
            def inner():
                return 5

            def outer():
                value = inner()
                print(value)

            outer()
            """)
        told = [(r["kind"], r.get("task"), r.get("line")) for r in seen.rows[1:-1]]
        self.assertEqual(told, [
            ("task_created", 1, 8), ("task_started", 1, 4),
            ("task_created", 2, 5), ("task_suspended", 1, 5),
            ("task_started", 2, 1), ("task_finished", 2, 2),
            ("task_ready", 1, 5), ("task_resumed", 1, 5),
            ("output", 1, 6), ("task_finished", 1, 6)])
        suspended, = seen.kind("task_suspended")
        self.assertEqual((suspended["reason"], suspended["on"]), ("call", 2))

    def test_a_generator_is_made_where_it_is_called_and_starts_at_its_first_next(self):
        seen = self.of("book-and-messages", "generators")
        self.assertEqual(seen.kinds()[1:4],
                         ["task_created", "task_created", "task_started"])
        book = [r["kind"] for r in seen.task("reading_book")
                if r["kind"] not in ("output", "worked")]
        self.assertEqual(book, ["task_created", "task_started"]
                         + ["task_suspended", "task_ready", "task_resumed"] * 3
                         + ["task_finished"])
        yields = {r["line"] for r in seen.kind("task_suspended", "task_ready")}
        self.assertEqual(yields, {13, 20})

    def test_a_caller_that_drives_a_generator_is_suspended_meanwhile(self):
        seen = self.of_program("""
            def numbers():
                yield 1
                yield 2

            def main():
                for number in numbers():
                    print(number)

            main()
            """)
        main = [r["kind"] for r in seen.task("main")]
        self.assertEqual(main, ["task_created", "task_started"]
                         + ["task_suspended", "task_ready", "task_resumed", "output"] * 2
                         + ["task_suspended", "task_ready", "task_resumed", "task_finished"])
        self.assertEqual([r["cause"] for r in seen.task("main")
                          if r["kind"] == "task_ready"], ["task"] * 3)

    def test_a_call_that_raises_has_failed_and_so_has_the_program(self):
        seen = self.of_program("""
            def divide():
                return 1 // 0

            divide()
            """)
        failed, = seen.kind("task_failed")
        self.assertEqual(failed["error"],
                         "ZeroDivisionError: integer division or modulo by zero")
        self.assertEqual(seen.last["kind"], "program_failed")
        self.assertEqual(seen.last["error"], failed["error"])
