"""One recording under way: where the program stands, and what it reports."""

from .clock import VirtualClock
from .interpreter import InterpreterLock
from .names import Names
from .trace import DEFAULT_LIMIT, Trace

PROGRAM = 0
_HEARD_TO_THE_END = {"warning", "program_finished"}


class Ended(SystemExit):
    """The recording is over although the program is not.

    A SystemExit, since that is what asyncio lets through.
    """


class Session:
    """What every part of the recorder shares.

    `current` is the task that has the thread (0: the program itself), `heard`
    the task of which a callback that is running now has heard, `asking` who is
    cancelling right now, if anybody.
    """

    def __init__(self, listing, header, until_ns=None, limit=DEFAULT_LIMIT):
        self.listing = listing
        self.clock = VirtualClock()
        self.interpreter = InterpreterLock()
        self.trace = Trace(header)
        self.until_ns = until_ns
        self.limit = limit
        self.iteration = 0
        self.step = 0
        self.current = PROGRAM
        self.current_task = None
        self.heard = None
        self.in_timer = False  # a timer's callback runs
        self.asking = None
        self.asked_how = "cancel"
        self.job = None
        self.watch = None
        self.task_names = Names()
        self.wait_names = Names()
        self.resource_names = Names()
        self.task_rows = {}
        self.tasks = 0
        self.timers = 0
        self.jobs = 0
        self.handles = 0
        self.loops = []
        self.sweeping = False  # it has ended: what is left only complains
        self.over = False      # the last event stands in the trace
        self.unwound = False   # and the program's own code has ended

    def emit(self, kind, task=None, line=None, /, **fields):
        """Report an event, here and now."""
        if self.over:
            if self.unwound:
                return {}
            raise Ended
        if self.sweeping and kind not in _HEARD_TO_THE_END:
            return {}
        if len(self.trace.rows) + 1 >= self.limit and not kind.startswith("program_"):
            self.fail(f"the limit of {self.limit} events was reached")
        return self._add(kind, task, line, fields)

    def warn(self, text, task=None):
        """Finalizers call this too, at any time: never an exception."""
        if not self.over:
            self.emit("warning", task, text=text.split("\n")[0])

    def name_of_task(self, number):
        return self.task_rows[number]["name"]

    def new_task(self):
        self.tasks += 1
        return self.tasks

    def new_handle_number(self):
        """Timers and jobs share one count: it decides among equals."""
        self.handles += 1
        return self.handles

    def open_step(self):
        self.step += 1

    def move_clock(self, at_ns):
        """Move the clock, unless the time to watch ends before."""
        if self.over:
            raise Ended
        if self.until_ns is not None and at_ns >= self.until_ns:
            self.stop()
        self.clock.move_to(at_ns)

    def spend(self, kind, duration_ns, line):
        """`worked` or `blocked`: said at its start, then the clock moves."""
        if self.job is not None:
            self.job.spend(kind, duration_ns)
            return
        wait_ns = self.interpreter.wait_ns(self.clock.now_ns) if kind == "worked" else 0
        if wait_ns > 0:  # a job computes: this thread waits, and nothing else runs in it
            self.emit("blocked", self.current, line, duration_ns=wait_ns)
            self.move_clock(self.clock.now_ns + wait_ns)
        self.emit(kind, self.current, line, duration_ns=duration_ns)
        self.move_clock(self.clock.now_ns + duration_ns)

    def stop(self):
        """The end of the time to watch: a success."""
        self.clock.move_to(self.until_ns)
        self._end("program_stopped", until_ns=self.until_ns)

    def fail(self, error):
        self._end("program_failed", error=error)

    def _end(self, kind, **fields):
        self._add(kind, None, None, fields)
        self.over = True
        raise Ended

    def _add(self, kind, task, line, fields):
        return self.trace.add(self.clock.now_ns, self.iteration, self.step,
                              kind, task, line, fields)
