"""What the listings of the catalogue show."""

import json
import os
import re
import subprocess
import sys
from concurrent import futures

from recording import Recording, all_listings, listing, record

PAGES_IN_TURNS = [f"reading {what} {n}" for n in range(1, 5)
                  for what in ("page", "new message")]
ENDLESS = {("two-hellos", "forever"): 3, ("weather-stations", "queue"): 30}
HURRIED = os.path.join(os.path.dirname(__file__), "hurried.py")


def until(scenario, mode):
    """How long an endless program is watched, in seconds."""
    return ENDLESS.get((scenario, mode))


class CatalogueTest(Recording):
    def test_every_listing_ends_well_and_numbers_its_events_without_gaps(self):
        for scenario, mode in all_listings():
            with self.subTest(scenario=scenario, mode=mode):
                seen = self.of(scenario, mode, until=until(scenario, mode))
                ends = (("program_failed",) if mode == "deadlock" else
                        ("program_finished", "program_stopped"))
                self.assertIn(seen.last["kind"], ends)
                self.assertEqual([row["seq"] for row in seen.rows],
                                 list(range(len(seen.rows))))
                times = [row["t_ns"] for row in seen.rows]
                self.assertEqual(times, sorted(times))

    def test_a_listing_runs_where_it_lies(self):
        # A file named after a module (concurrent.py, queue.py) would shadow it.
        ran = subprocess.run([sys.executable, "-B", listing("hello", "concurrent")],
                             capture_output=True, text=True, timeout=60)
        self.assertEqual((ran.stdout, ran.stderr), ("hello world\n", ""))
        for scenario, mode in all_listings():
            name = os.path.basename(listing(scenario, mode))[:-3]
            self.assertFalse(name.isidentifier() and name in sys.stdlib_module_names, name)

    def test_the_same_run_gives_the_same_bytes(self):
        for scenario, mode in all_listings():
            with self.subTest(scenario=scenario, mode=mode):
                first, second = (record(listing(scenario, mode),
                                        until=until(scenario, mode)).text()
                                 for _ in range(2))
                self.assertEqual(first, second)

    def test_what_is_ready_runs_in_its_order(self):
        for scenario, mode in all_listings():
            with self.subTest(scenario=scenario, mode=mode):
                queue = []
                seen = self.of(scenario, mode, until=until(scenario, mode))
                if not seen.kind("loop_started"):
                    continue
                for row in seen.kind("task_created", "task_ready",
                                     "task_started", "task_resumed"):
                    if row["kind"] in ("task_created", "task_ready"):
                        queue.append(row["task"])
                    else:
                        self.assertEqual(queue.pop(0), row["task"])

    def test_book_and_messages_take_turns_in_the_same_time(self):
        for mode in ("generators", "concurrent"):
            seen = self.of("book-and-messages", mode)
            self.assertEqual(seen.output(), PAGES_IN_TURNS)
            self.assertEqual(seen.seconds(), 1.6)
        seen = self.of("book-and-messages", "sequential")
        self.assertEqual(seen.output()[:4], PAGES_IN_TURNS[::2])
        self.assertEqual(seen.seconds(), 1.6)

    def test_water_boils_while_one_reads(self):
        self.assertEqual(self.of("boiling-water", "sequential").seconds(), 4.6)
        for mode in ("concurrent", "taskgroup"):
            seen = self.of("boiling-water", mode)
            self.assertEqual(seen.seconds(), 3.0)
            self.assertEqual(seen.output(), [
                "boiling for 1 sec", *PAGES_IN_TURNS,
                "boiling for 3 sec", "boiling for 5 sec"])

    def test_main_of_boiling_water_resumes_in_iteration_12_as_step_13(self):
        seen = self.of("boiling-water", "concurrent")
        resumed = [row for row in seen.task("main") if row["kind"] == "task_resumed"]
        self.assertEqual([(r["iteration"], r["step"]) for r in resumed], [(12, 13)])
        self.assertEqual(len(seen.steps_of_the_program()), 13)

    def test_only_processes_make_phone_and_driving_faster(self):
        took = [self.of("phone-while-driving", mode).seconds()
                for mode in ("sequential", "concurrent", "parallel")]
        self.assertEqual(took, [4.0, 4.0, 2.0])

    def test_the_second_hello_comes_first(self):
        self.assertEqual(self.of("two-hellos", "sequential").seconds(), 3.0)
        seen = self.of("two-hellos", "concurrent")
        self.assertEqual(seen.output(), ["second hello", "first hello"])
        self.assertEqual(seen.seconds(), 2.0)

    def test_a_child_starts_after_main_ends_unless_main_lets_it(self):
        self.assertEqual(self.of("task-start", "no-await").output(),
                         ["before", "after", "main ends", "child starts"])
        self.assertEqual(self.of("task-start", "yield").output(),
                         ["before", "after", "child starts", "main ends"])
        self.assertEqual(self.of("task-start", "await").output(),
                         ["before", "after", "child starts", "child ends", "main ends"])

    def test_messages_one_by_one_take_4_seconds_and_otherwise_2(self):
        for mode, took in (("one-by-one", "4.0s"), ("tasks", "2.0s"),
                           ("taskgroup", "2.0s"), ("gather", "2.0s")):
            self.assertEqual(self.of("send-messages", mode).output()[-1],
                             f"Time taken {took}")

    def test_every_listing_runs_in_plain_python_and_prints_the_same_lines(self):
        ending = [one for one in all_listings()
                  if one[1] != "deadlock" and not until(*one)]
        with futures.ThreadPoolExecutor(4) as side_by_side:
            # All before the first is recorded, which has this process sleep on another clock.
            plainly = list(side_by_side.map(_run_plainly, ending))
        for one, ran in zip(ending, plainly):
            with self.subTest(scenario=one[0], mode=one[1]):
                self.assertEqual(ran.returncode, 0, ran.stderr)
                self.assertEqual(_untimed(ran.stdout.splitlines()),
                                 _untimed(self.of(*one).output()))

    def test_the_header_names_the_parameters_with_their_values(self):
        seen = self.of("hello", "concurrent", settings={"delay": 0.5},
                       scenario="hello", mode="concurrent")
        self.assertEqual(next(seen.trace.lines()), json.dumps({
            "format": "interleave-trace", "version": 1, "scenario": "hello",
            "mode": "concurrent", "params": {"delay": 0.5}, "clock": "virtual",
            "source": "recorder"}, separators=(",", ":")))


def _run_plainly(one):
    return subprocess.run([sys.executable, HURRIED, listing(*one)], text=True,
                          timeout=60, capture_output=True)


def _untimed(lines):
    """Lines in any order (a machine may be slow), without how long it took."""
    return sorted(re.sub(r"[\d.]+( sec\.|s)$", "", line) for line in lines)
