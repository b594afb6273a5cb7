"""Tasks that report their lives; asyncio's own Python task does the living.

`_Task__step` and `_Future__schedule_callbacks` are the mangled names of the
two private methods asyncio's task calls on itself: a stretch of running, and
the moment at which it is done.
"""

import asyncio
import inspect
import sys
from asyncio import base_events, runners, tasks

from . import frames, names, waits
from .session import PROGRAM

_BaseTask = tasks._PyTask
_BY_ROOT_RUN = {runners.Runner.run.__code__,
                base_events.BaseEventLoop.run_until_complete.__code__}
_CLOSING = "aclose"  # what asyncio makes a task of for an async generator
_INTERNAL = {"shutdown_asyncgens", "shutdown_default_executor"}


class Record:
    """What the recorder keeps of a task, beside what the task knows."""

    def __init__(self, number):
        self.id = number
        self.base_name = None
        self.row = None            # its task_created
        self.internal = False
        self.started = False
        self.suspended = False     # and nothing has made it ready since
        self.root_frame = None
        self.await_line = None
        self.last_line = None
        self.reason = self.on = self.resource = self.awaits = None
        self.timer = None          # the latest it has set
        self.asked_by = None       # who asked last for its cancelling
        self.asked_how = "cancel"
        self.latest_child = None   # the record of the task it made last
        self.ended = False


class RecordedTask(_BaseTask):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        if loop is None:
            loop = asyncio.get_event_loop()
        self.record = None
        self._session = loop.session
        self._given_name = name
        super().__init__(coro, loop=loop, name=name, context=context)

    # What asyncio's loop tells us of.

    def step_was_queued(self, callback, what=None):
        """The loop has put a step of this task on its ready queue: its wake-up
        by a future, or a step that begins with an error of asyncio's own."""
        future = None if isinstance(what, BaseException) else what
        if self.record is None:
            self._report_created()
            return
        if self._session.current_task is self:
            self._report_suspended()
        self._report_ready(future)

    def is_step(self, callback):
        return callback.__func__ in _STEPS

    # What asyncio's task does.

    def set_name(self, value):
        super().set_name(value)
        record = self.record
        given_late = sys._getframe(1).f_code is tasks._set_task_name.__code__
        if record is not None and given_late:
            taken = self._session.task_names
            taken.give_back(record.base_name)
            record.base_name = str(value)
            name = taken.take(record.base_name)
            record.row.update(name=name, label=name)

    def cancel(self, msg=None):
        if self.done():
            return super().cancel(msg=msg)
        session = self._session
        heard = session.current if session.heard is None else session.heard
        by = session.asking if session.asking is not None else heard
        self.record.asked_by = by
        if session.asking is None:
            by_timeout = waits.timeout.is_by_timeout(sys._getframe(1))
            session.asked_how = "timeout" if by_timeout else "cancel"
        self.record.asked_how = session.asked_how
        session.emit("cancel_requested", self.record.id, self._asking_line(),
                     by=by, count=self.cancelling() + 1)
        before, session.asking = session.asking, by
        try:
            return super().cancel(msg=msg)
        finally:
            session.asking = before

    def uncancel(self):
        before = self.cancelling()
        count = super().uncancel()
        if before:
            session = self._session
            session.emit("cancel_uncounted", self.record.id,
                         self._asking_line(), by=session.current, count=count)
        return count

    def _Task__step(self, exc=None):
        session, record = self._session, self.record
        session.open_step()
        thrown = self._to_be_thrown(exc)
        if not record.started:
            record.started = True
            session.emit("task_started", record.id, record.last_line, thrown=thrown)
        else:
            session.emit("task_resumed", record.id, record.await_line, thrown=thrown)
        session.current, session.current_task = record.id, self
        record.suspended = False
        try:
            _BaseTask._Task__step(self, exc)
            if not self.done():
                self._report_suspended()
        finally:
            session.watch.came_out(self._exception or self._cancelled_exc)
            session.current, session.current_task = PROGRAM, None
            self = exc = None  # as asyncio does: an exception keeps this frame

    def _Future__schedule_callbacks(self):
        self._report_end()
        super()._Future__schedule_callbacks()

    # A run within the run: the task that calls it stands still meanwhile.

    def enter_nested_run(self, from_frame):
        record, session = self.record, self._session
        if not record.suspended:
            awaited = record.latest_child
            record.suspended = True
            record.reason, record.on = waits.nested_run.REASON, awaited and awaited.id
            record.resource = None
            record.await_line = frames.acting_line(session.listing, from_frame)
            session.emit("task_suspended", record.id, record.await_line,
                         reason=record.reason, on=record.on)
        session.current, session.current_task = PROGRAM, None

    def leave_nested_run(self):
        """Once round the loop: perhaps not for the last time."""
        record, session = self.record, self._session
        session.current, session.current_task = record.id, self
        awaited = record.latest_child
        if awaited is None or awaited.ended:
            record.suspended = False
            session.emit("task_ready", record.id, record.await_line,
                         cause=waits.nested_run.CAUSE, by=record.on)
            session.open_step()
            session.emit("task_resumed", record.id, record.await_line)

    # Reporting.

    def _report_created(self):
        session, coro = self._session, self._coro
        record = self.record = Record(session.new_task())
        code, frame = frames.root(coro)
        function = getattr(coro, "__name__", _CLOSING)
        if code is not None and session.listing.owns(code):
            record.last_line = session.listing.def_line(code)
            record.root_frame = frame
        record.internal = function in _INTERNAL and record.root_frame is None
        record.base_name = self._given_name or (
            "main" if self._is_root() and not record.internal else function)
        name = session.task_names.take(record.base_name)
        label = names.of_call(function, _arguments(coro)) if record.root_frame else name
        line = None if record.internal else frames.acting_line(session.listing)
        record.row = session.emit(
            "task_created", record.id, line, name=name,
            label=name if self._given_name or label == function else label,
            parent=session.current, coroutine=function,
            internal=record.internal or None)
        session.task_rows[record.id] = record.row
        if session.current_task is not None:
            session.current_task.record.latest_child = record

    def _is_root(self):
        """Whether run() or run_until_complete() makes it, from outside."""
        return (self._session.current == PROGRAM
                and any(code in _BY_ROOT_RUN for code in frames.callers()))

    def _report_suspended(self):
        """Once a step: at its end, or when something wakes it before that."""
        record, session = self.record, self._session
        if record.suspended:
            return
        record.suspended = True
        line, awaited = frames.innermost(session.listing, self._coro)
        if line is None:
            awaited = self._coro
        record.await_line = line
        wait = waits.of(awaited, self)
        record.reason, record.on = wait.reason, wait.on
        record.resource, record.awaits = wait.resource, wait.awaits
        members = wait.members()
        if members is not None:
            session.emit("wait_on", record.id, line, wait=wait.on,
                         type=wait.type, members=members)
        session.emit("task_suspended", record.id, line, reason=wait.reason,
                     on=wait.on, until_ns=wait.until_ns)

    def _report_ready(self, future):
        record, session = self.record, self._session
        if future is not None and future.cancelled() and self._is_being_cancelled():
            cause, by = record.asked_how, record.asked_by
            if session.asking is not None:  # perhaps not it: what both wait for is cancelled
                cause, by = session.asked_how, session.asking
        else:
            cause = waits.cause(record, session)
            by = self._woken_by(cause, future)
        session.emit("task_ready", record.id, record.await_line, cause=cause, by=by)

    def _is_being_cancelled(self):
        """Now: by someone's cancel(), or by its own, which had to wait for
        this suspension."""
        return self._session.asking is not None or self._must_cancel

    def _woken_by(self, cause, future):
        session = self._session
        if cause == "yield":
            return self.record.id
        if cause in ("timer", "job", "timeout"):
            return PROGRAM
        if isinstance(future, RecordedTask):
            return future.record.id
        return session.heard if session.heard is not None else session.current

    def _report_end(self):
        record, session = self.record, self._session
        record.ended = True
        if self._state == "CANCELLED":
            session.emit("task_cancelled", record.id, record.last_line)
        elif self._exception is not None:
            session.emit("task_failed", record.id, record.last_line,
                         error=names.of_error(self._exception))
        else:
            result = None if self._result is None else repr(self._result)
            session.emit("task_finished", record.id, record.last_line, result=result)

    def _to_be_thrown(self, exc):
        if self._must_cancel and not isinstance(exc, asyncio.CancelledError):
            text = self._cancel_message
            return "CancelledError" if text is None else f"CancelledError: {text}"
        return None if exc is None else names.of_error(exc)

    def _asking_line(self):
        """The line if the listing itself asks, not the library for it."""
        caller = sys._getframe(2)
        owns = self._session.listing.owns(caller.f_code)
        return caller.f_lineno if owns else None


# asyncio's complaints begin with the name of the class.
RecordedTask.__name__ = "Task"

_STEPS = {RecordedTask._Task__step, _BaseTask._Task__wakeup}


def _arguments(coro):
    frame = getattr(coro, "cr_frame", None)
    if frame is None:
        return []
    spec = inspect.getargvalues(frame)
    return [spec.locals[name] for name in spec.args if name in spec.locals]
