"""What a task can wait for: one module each.

A module tells the recorder, as far as it applies:

    REASON      the `reason` a task is suspended with
    CAUSE       the `cause` that ends it (REASON, if not said)
    cause(record, session)  the same where it depends on who ends it
    CODES       the library coroutines whose awaiting means this wait
    takes(awaited)  or, of such a coroutine, that it does not just now
    matches(future, task)  or that a future awaited directly means it
    CALLBACKS   {code: name} of its callbacks, for `callback_ran`
    HEARS       whether these callbacks hear of a task
    TIMERS      {code: purpose} of the callbacks of its timers
    describe(wait)         fills in a `Wait`: `on`, `until_ns`, whom it is for

To add one, write its module and name it in MODULES.
"""

from .. import frames
from ..resources import resource
from . import (as_completed, barrier, condition, event, future, gather, group,
               job, lock, nested_run, queue_get, queue_join, queue_put,
               semaphore, shield, sleep, task, timeout, wait, wait_for, yielding)

# In this order a future that is awaited is asked after; `future` takes any.
MODULES = (sleep, group, as_completed, wait, wait_for, queue_get, queue_put,
           queue_join, barrier, condition, lock, semaphore, event, timeout,
           gather, task, job, shield, nested_run, yielding, future)


class Wait:
    """One suspension: why, on what, until when, and for which tasks."""

    def __init__(self, module, awaited, task):
        self.reason = module.REASON
        self.awaited = awaited          # the library's coroutine, or a future
        self.future = task._fut_waiter
        self.task = task
        self.session = task._session
        self.type = module.REASON       # of its `wait_on`
        self.on = None
        self.resource = None
        self.awaits = None              # what ends a wait_for, if not the time
        self.until_ns = None
        self._for = None

    def for_tasks(self, tasks):
        """It is a wait for several: `wait_on` goes before it."""
        self._for = tasks

    def members(self):
        if self._for is None:
            return None
        ids = [t.record.id for t in self._for if hasattr(t, "record")]
        return list(dict.fromkeys(ids))

    def named(self, holder):
        """A wait's name; the same holder keeps the one it has."""
        if not hasattr(holder, "_recorder_name"):
            holder._recorder_name = self.session.wait_names.take(self.type)
        return holder._recorder_name

    def owner(self):
        """The lock, queue … whose coroutine it is that is awaited."""
        return self.awaited.cr_frame.f_locals["self"]

    def on_resource(self, thing):
        self.resource = resource.of(thing)
        self.on = self.resource and self.resource.name

    def on_awaitable(self, awaitable):
        """A task, a gather or a future within a wait_for or a shield."""
        if hasattr(awaitable, "record"):
            self.on = awaitable.record.id
        elif gather.matches(awaitable, self.task):
            self.type = gather.REASON
            self.on = self.named(awaitable)
            self.for_tasks(awaitable._children)
        else:
            self.on_resource(awaitable)


def of(awaited, task):
    """What a suspended task waits for."""
    module, awaited = _find(awaited, task)
    wait = Wait(module, awaited, task)
    module.describe(wait)
    return wait


def callback_name(callback):
    return _CALLBACKS.get(_code(callback), "call")


def timer_purpose(callback):
    return (_TIMERS.get(_code(callback)) or timeout.purpose_of_release(_code(callback))
            or "call")


def cause(record, session):
    """What ends the wait that a record is of, now."""
    module = _OF_REASON[record.reason]
    if hasattr(module, "cause"):
        return module.cause(record, session)
    return getattr(module, "CAUSE", module.REASON)


def _code(callback):
    """The code of a function, a method or a partial of one."""
    return getattr(getattr(callback, "func", callback), "__code__", None)


def _find(awaited, task):
    future = task._fut_waiter
    while future is not None and awaited is not None:
        frame, deeper = frames.below(awaited)
        if frame is None:
            break
        for module in MODULES:
            if frame.f_code in getattr(module, "CODES", ()) and _takes(module, awaited):
                return module, awaited
        awaited = deeper
    for module in MODULES:
        if hasattr(module, "matches") and module.matches(future, task):
            return module, future


def _takes(module, awaited):
    return not hasattr(module, "takes") or module.takes(awaited)


def _gathered(what):
    return {key: value for module in MODULES
            for key, value in getattr(module, what, {}).items()}


_OF_REASON = {module.REASON: module for module in MODULES if hasattr(module, "REASON")}
HEARS_OF_TASKS = {name for module in MODULES if getattr(module, "HEARS", False)
                  for name in module.CALLBACKS.values()}
_CALLBACKS = _gathered("CALLBACKS")
_TIMERS = _gathered("TIMERS")
