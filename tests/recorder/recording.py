"""Shared by the recorder's tests: record a listing, look into its trace."""

import os
import sys
import tempfile
import textwrap
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ASSETS = os.path.join(ROOT, "assets")
LISTINGS = os.path.join(ASSETS, "listings")
sys.path.insert(0, ASSETS)

from recorder import judge  # noqa: E402
from recorder.record import record  # noqa: E402


def listing(scenario, mode):
    return os.path.join(LISTINGS, scenario, f"{scenario}-{mode}.py")


def all_listings():
    return [(scenario, mode[len(scenario) + 1:-3]) for scenario in sorted(os.listdir(LISTINGS))
            for mode in sorted(os.listdir(os.path.join(LISTINGS, scenario)))
            if mode.endswith(".py")]


class Recording(unittest.TestCase):
    """Tests on traces. Passed over, visibly, where the judge is absent."""

    def setUp(self):
        reason = judge.why_not()
        if reason:
            self.skipTest(reason)

    def of(self, scenario, mode, /, **more):
        return View(record(listing(scenario, mode), **more))

    def of_program(self, source, **more):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(textwrap.dedent(source).lstrip("\n"))
            return View(record(path, **more))


class View:
    """A trace, and ways to ask it."""

    def __init__(self, trace):
        self.trace = trace
        self.rows = trace.rows
        self.last = trace.rows[-1]

    def kind(self, *kinds):
        return [row for row in self.rows if row["kind"] in kinds]

    def kinds(self):
        return [row["kind"] for row in self.rows]

    def output(self):
        return [row["text"] for row in self.kind("output")]

    def seconds(self):
        return self.last["t_ns"] / 1e9

    def names(self):
        return [row["name"] for row in self.kind("task_created")]

    def task(self, name):
        number = next(row["task"] for row in self.kind("task_created")
                      if row["name"] == name)
        return [row for row in self.rows if row.get("task") == number]

    def steps_of_the_program(self):
        inner = {row["task"] for row in self.kind("task_created") if row.get("internal")}
        return [row for row in self.kind("task_started", "task_resumed")
                if row["task"] not in inner]

    def story(self, *kinds):
        """A line an event: its iteration, its task, what happened and how.

            2 a task_suspended lock right
        """
        names = {row["task"]: row["name"] for row in self.kind("task_created")}
        return [" ".join(str(part) for part in (
                    row["iteration"], names.get(row.get("task"), "-"), row["kind"],
                    *(value for key, value in row.items() if key not in _KEY)))
                for row in self.kind(*kinds)]


_KEY = ("seq", "t_ns", "iteration", "step", "kind", "task", "line", "capacity")
WAITING = ("task_suspended", "task_ready", "task_resumed", "resource_changed")
