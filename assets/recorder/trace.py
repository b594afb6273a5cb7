"""The trace: rows of events, and their text as JSON Lines."""

import json

FORMAT = "interleave-trace"
VERSION = 1
DEFAULT_LIMIT = 1_000_000


class Trace:
    """The header and the events of one run, in order.

    Every row holds `seq t_ns iteration step kind task line` and then the
    kind's own fields. A field that is None is left out.
    """

    def __init__(self, header):
        self.header = {"format": FORMAT, "version": VERSION, **header}
        self.rows = []

    def add(self, t_ns, iteration, step, kind, task, line, fields):
        row = {"seq": len(self.rows), "t_ns": t_ns, "iteration": iteration,
               "step": step, "kind": kind}
        if task is not None:
            row["task"] = task
        if line is not None:
            row["line"] = line
        for name, value in fields.items():
            if value is not None:
                row[_plain(name)] = value
        self.rows.append(row)
        return row

    def lines(self):
        yield _dumped(self.header)
        for row in self.rows:
            yield _dumped(row)

    def text(self):
        return "".join(line + "\n" for line in self.lines())


def _plain(name):
    """`for_` is how Python spells the field `for`."""
    return name.rstrip("_")


_dumped = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
