"""The timers of asyncio.timeout and of wait and wait_for. A timeout cancels its
task, whatever that awaits: it is no wait of its own, and a `cause`."""

from asyncio import tasks, timeouts

from .. import frames

TIMERS = {timeouts.Timeout._on_timeout.__code__: "timeout"}
_RELEASE = tasks._release_waiter.__code__
_SETTERS = {tasks.wait_for.__code__: "wait_for", tasks._wait.__code__: "wait"}


def purpose_of_release(code):
    """Whose timer it is that lets a waiter go, while that is being set."""
    if code is _RELEASE:
        return next((_SETTERS[caller] for caller in frames.callers()
                     if caller in _SETTERS), None)
    return None


def is_by_timeout(caller):
    """Whether a frame that cancels a task is that of a timeout."""
    return caller.f_code in TIMERS
