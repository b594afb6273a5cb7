"""What a task can wait for: one module each.

A module tells the recorder, as far as it applies:

    REASON      the `reason` a task is suspended with
    CAUSE       the `cause` that ends it (REASON, if not said)
    CODES       the library coroutines whose awaiting means this wait
    matches(future, task)  or that a future awaited directly means it
    CALLBACKS   {code: name} of its callbacks, for `callback_ran`
    HEARS       whether these callbacks hear of a task
    TIMERS      {code: purpose} of the callbacks of its timers
    describe(wait)         fills in a `Wait`: `on`, `until_ns`, whom it is for

To add one (`wait`, `wait_for`, `shield`, a lock …), write its module and name
it in MODULES.
"""

from .. import frames
from . import as_completed, future, gather, group, job, sleep, task
from . import yielding

# In this order a future that is awaited is asked after; `future` takes any.
MODULES = (sleep, group, as_completed, gather, task, job, yielding, future)


class Wait:
    """One suspension: why, on what, until when, and for which tasks."""

    def __init__(self, module, awaited, task):
        self.reason = module.REASON
        self.awaited = awaited          # the library's coroutine, or a future
        self.future = task._fut_waiter
        self.task = task
        self.session = task._session
        self.on = None
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
            holder._recorder_name = self.session.wait_names.take(self.reason)
        return holder._recorder_name


def of(awaited, task):
    """What a suspended task waits for."""
    module, awaited = _find(awaited, task)
    wait = Wait(module, awaited, task)
    module.describe(wait)
    return wait


def callback_name(callback):
    return _CALLBACKS.get(_code(callback), "call")


def timer_purpose(callback):
    return _TIMERS.get(_code(callback), "call")


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
            if frame.f_code in getattr(module, "CODES", ()):
                return module, awaited
        awaited = deeper
    for module in MODULES:
        if hasattr(module, "matches") and module.matches(future, task):
            return module, future


def _gathered(what):
    return {key: value for module in MODULES
            for key, value in getattr(module, what, {}).items()}


CAUSES = {module.REASON: getattr(module, "CAUSE", module.REASON) for module in MODULES}
HEARS_OF_TASKS = {name for module in MODULES if getattr(module, "HEARS", False)
                  for name in module.CALLBACKS.values()}
_CALLBACKS = _gathered("CALLBACKS")
_TIMERS = _gathered("TIMERS")
