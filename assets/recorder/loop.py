"""asyncio's own event loop, on the session's clock, told on.

`_run_once` is asyncio's. We see into it through what it touches: the selector
(nothing is ready: the clock moves), the ready queue (a timer's handle is put
on it, a handle is taken off it) and the handles it is given.
"""

import asyncio
import collections
import heapq
import re
import selectors
import sys
from asyncio import base_events, events, tasks

from . import frames, jobs, waits
from .clock import to_ns
from .deadlock import described
from .ordered_set import OrderedSet
from .resources import Future
from .session import Ended
from .tasks import RecordedTask

_HALF_A_NANOSECOND = 0.5e-9


class RecordedLoop(asyncio.SelectorEventLoop):
    def __init__(self, session):
        self.session = session
        session.loops.append(self)
        self._is_opened = True
        self._has_started = False
        super().__init__(_VirtualSelector(self))
        self._clock_resolution = _HALF_A_NANOSECOND
        self._ready = _ReadyQueue(self)
        self._asyncgens.data = OrderedSet()

    def time(self):
        return self.session.clock.time()

    # Running.

    def report_started(self):
        if not self._has_started:
            self._has_started = True
            self.session.emit("loop_started")

    def run_until_complete(self, future):
        self.report_started()
        return super().run_until_complete(future)

    def run_forever(self):
        self.report_started()
        super().run_forever()

    def close(self):
        if not self.is_closed() and not self.session.over:
            self.report_stopped()
        super().close()

    def report_stopped(self):
        if self._has_started:
            self._has_started = False
            self.session.emit("loop_stopped")

    @frames.ends_walk
    def _run_once(self):
        if self.session.over:
            raise Ended
        caller = self.session.current_task
        if caller is not None:
            caller.enter_nested_run(sys._getframe(1))
        self._is_opened = False
        super()._run_once()
        self.session.heard, self.session.in_timer = None, False
        self.report_opened()
        if caller is not None:
            caller.leave_nested_run()

    def report_opened(self):
        """What is ready now will run: the iteration begins."""
        if not self._is_opened:
            self._is_opened = True
            self.session.emit("iteration_started", ready=len(self._ready))

    def create_future(self):
        if self.session.listing.owns(sys._getframe(1).f_code):
            return Future(loop=self)
        return super().create_future()

    # Handles.

    def _call_soon(self, callback, args, context):
        task = getattr(callback, "__self__", None)
        if isinstance(task, RecordedTask) and task.is_step(callback):
            task.step_was_queued(callback, *args[:1])
        return super()._call_soon(callback, args, context)

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        timer = RecordedTimer(to_ns(when), callback, args, self, context)
        timer.report("timer_set")
        return self.schedule(timer)

    def schedule(self, handle):
        heapq.heappush(self._scheduled, handle)
        handle._scheduled = True
        return handle

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            self._check_default_executor()
            executor = self._default_executor
            if executor is None:
                executor = self._default_executor = jobs.ThreadPool()
        return jobs.submit(self, executor, func, args)

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_default_executor(self):
        """As asyncio's, which has a thread join the workers and then call the
        loop back. Virtual workers are joined at once."""
        self._executor_shutdown_called = True
        if self._default_executor is not None:
            joined = self.create_future()
            self.call_soon(joined.set_result, None)
            await joined

    def call_exception_handler(self, context):
        """asyncio complains: a line of its log becomes a `warning`."""
        task = context.get("task") or context.get("future")
        record = getattr(task, "record", None)
        self.session.warn(_without_address(context["message"]), record and record.id)


def _without_address(text):
    """The repr of what has none of its own is another in each run."""
    return re.sub(r" <[^<>]* at 0x[0-9a-f]+>", "", text)


class _Ordered(events.TimerHandle):
    """A handle in the heap: by due time, then by the order of their making."""

    def __init__(self, due_ns, callback, args, loop, context=None, number=None):
        super().__init__(due_ns / 1e9, callback, args, loop, context)
        self.due_ns = due_ns
        self.number = number or loop.session.new_handle_number()

    def __lt__(self, other):
        return (self.due_ns, self.number) < (other.due_ns, other.number)

    __hash__ = object.__hash__
    __eq__ = object.__eq__


class RecordedTimer(_Ordered):
    def __init__(self, due_ns, callback, args, loop, context):
        super().__init__(due_ns, callback, args, loop, context)
        session = self._session = loop.session
        session.timers += 1
        self.id = session.timers
        self._for = waits.timer_purpose(callback)
        self._on = session.current
        if session.current_task is not None:
            session.current_task.record.timer = self

    def report(self, kind):
        self._session.emit(kind, timer=self.id, due_ns=self.due_ns,
                           for_=self._for, on=self._on)

    def was_queued(self):
        self.report("timer_fired")

    def cancel(self):
        if not self._cancelled and self._scheduled:
            self.report("timer_cancelled")
        super().cancel()

    described = property(lambda self: ("timer", self.id))


class JobEnd(_Ordered):
    """The handle of a job's end."""

    def __init__(self, job, due_ns):
        super().__init__(due_ns, job.resolve, (), job.loop, None, job.number)
        self._job = job

    def was_queued(self):
        self._job.finish()

    described = property(lambda self: ("job", self._job.id))


class _ReadyQueue(collections.deque):
    """The ready queue, which tells what is put on it and taken off it."""

    def __init__(self, loop):
        super().__init__()
        self._loop = loop

    def append(self, handle):
        super().append(handle)
        if isinstance(handle, _Ordered):
            handle.was_queued()

    def popleft(self):
        self._loop.report_opened()
        session = self._loop.session
        session.heard, session.in_timer = None, False
        handle = super().popleft()
        task = getattr(handle._callback, "__self__", None)
        if isinstance(task, RecordedTask) and task.is_step(handle._callback):
            return handle
        callback, of = _described(handle)
        kind = "callback_skipped" if handle._cancelled else "callback_ran"
        session.emit(kind, callback=callback, of=of)
        session.heard = of if callback in waits.HEARS_OF_TASKS else None
        session.in_timer = callback == "timer"
        return handle


def _described(handle):
    """(callback, of) as the trace has them."""
    if isinstance(handle, _Ordered):
        return handle.described
    if handle._callback is base_events._run_until_complete_cb:
        name = "run"
    else:  # a cancelled handle has forgotten what it was
        name = waits.callback_name(handle._callback)
    task = handle._args[0] if handle._args and name != "call" else None
    record = getattr(task, "record", None)
    return name, record and record.id


class _VirtualSelector(selectors.DefaultSelector):
    """Nothing comes from outside; to wait is to move the clock."""

    def __init__(self, loop):
        super().__init__()
        self._loop = loop

    def select(self, timeout=None):
        loop, session = self._loop, self._loop.session
        if timeout is None:
            if session.until_ns is not None:
                session.stop()
            session.fail(described(tasks.all_tasks(loop)))
        before_ns = session.clock.now_ns
        if timeout > 0:
            session.move_clock(loop._scheduled[0].due_ns)
        session.iteration += 1
        if timeout > 0:
            session.emit("clock_advanced", from_ns=before_ns)
        return []
