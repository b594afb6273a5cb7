"""Everything the recorder alters of Python, in one place.

asyncio:
  - the loop is `RecordedLoop` (its `_run_once` is asyncio's), its tasks are
    `RecordedTask` (asyncio's Python task, also as `asyncio.Task`), its clock
    the session's;
  - what the listing makes of asyncio's locks, queues, futures … is told of
    (`resources`): asyncio's own classes, in the names of `asyncio` only;
  - `set` is an insertion-ordered one in `asyncio.tasks` and
    `asyncio.taskgroups`, and `all_tasks` is sorted by creation: where CPython
    leaves an order to a set, ours is the order given or created;
  - `Runner.run` says that the loop is made to run before it makes its task;
  - on a 3.11 other than the judge, what that does otherwise (`as_judged.py`).
Python:
  - `concurrent.futures` pools are virtual ones (`jobs.py`);
  - `time.sleep` and the clocks of `time` go by the session's clock;
  - `sys.stdout` makes events (`output.py`), warnings become events;
  - a trace function watches the functions of the listing.
The listing itself (`listing.py`): its parameters, its `work`, its `Server`
and, without a loop, its generator functions.

All of it is undone at the end.
"""

import asyncio
import concurrent.futures
import contextlib
import sys
import time
import warnings
from asyncio import runners, taskgroups, tasks

from . import as_judged, jobs, judge, resources
from .calls import CallWatch
from .clock import to_ns
from .coroutines import CoroutineWatch
from .frames import acting_line
from .listing import MADE, SPENT, TOLD
from .loop import RecordedLoop
from .ordered_set import OrderedSet
from .output import OutputLines
from .resources import resource, server
from .tasks import RecordedTask


@contextlib.contextmanager
def altered(session, echo=None):
    """Within: the names that the listing needs, in a dict."""
    with contextlib.ExitStack() as undo:
        _alter_asyncio(session, undo)
        _alter_resources(session, undo)
        if not judge.is_it():
            for holder, name, function in as_judged.replacements():
                _set(undo, holder, name, function)
        _alter_time(session, undo)
        _alter_pools(session, undo)
        output = OutputLines(session, echo)
        _set(undo, sys, "stdout", output)
        _alter_warnings(session, undo)
        watch = CoroutineWatch(session) if session.listing.has_loop else CallWatch(session)
        undo.callback(sys.settrace, sys.gettrace())
        session.watch = watch
        sys.settrace(watch)
        yield {SPENT: _work(session),
               MADE: getattr(watch, "made_generator", None),
               TOLD: server.told}
        sys.settrace(None)
        output.finish()


class _Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, session):
        super().__init__()
        self._session = session

    def new_event_loop(self):
        return RecordedLoop(self._session)


def _alter_asyncio(session, undo):
    undo.callback(asyncio.set_event_loop_policy, None)
    asyncio.set_event_loop_policy(_Policy(session))
    for module in (tasks, taskgroups):
        undo.callback(module.__dict__.pop, "set", None)
        module.set = OrderedSet
    in_a_set = tasks.all_tasks
    run = runners.Runner.run

    def all_tasks(loop=None):
        """As asyncio's, by creation."""
        return OrderedSet(sorted(in_a_set(loop), key=lambda task: task.record.id))

    def running(runner, coro, **more):
        if asyncio.iscoroutine(coro) and asyncio._get_running_loop() is None:
            runner.get_loop().report_started()
        return run(runner, coro, **more)

    running.__name__ = "run"
    for module in (asyncio, tasks):
        _set(undo, module, "Task", RecordedTask)
        _set(undo, module, "all_tasks", all_tasks)
    _set(undo, runners.Runner, "run", running)


def _alter_resources(session, undo):
    resource.use(session)
    undo.callback(resource.use, None)
    for told in resources.IN_ASYNCIO:
        _set(undo, asyncio, told.__name__, told)


def _alter_time(session, undo):
    clock = session.clock

    def sleep(seconds):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        session.spend("blocked", to_ns(seconds), acting_line(session.listing))

    _set(undo, time, "sleep", sleep)
    for name in ("time", "perf_counter", "monotonic"):
        _set(undo, time, name, clock.time)
        _set(undo, time, name + "_ns", clock.time_ns)


def _work(session):
    def work(seconds):
        session.spend("worked", to_ns(seconds), acting_line(session.listing))
    return work


def _alter_pools(session, undo):
    jobs.use(session)
    undo.callback(jobs.use, None)
    _set(undo, concurrent.futures, "ThreadPoolExecutor", jobs.ThreadPool)
    _set(undo, concurrent.futures, "ProcessPoolExecutor", jobs.ProcessPool)


def _alter_warnings(session, undo):
    def show(message, category, *_where):
        session.warn(f"{category.__name__}: {message}")

    undo.enter_context(warnings.catch_warnings())
    warnings.simplefilter("ignore")
    for category in (RuntimeWarning, UserWarning):
        warnings.simplefilter("always", category)
    warnings.showwarning = show


def _set(undo, holder, name, value):
    undo.callback(setattr, holder, name, getattr(holder, name))
    setattr(holder, name, value)
