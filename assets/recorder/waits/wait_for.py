"""asyncio.wait_for: one thing, for so long. It hears of its end by a callback;
when the time is up it cancels it and waits until that has happened."""

from asyncio import tasks

from . import gather, shield

REASON = "wait_for"
HEARS = True
CODES = {tasks.wait_for.__code__}
CALLBACKS = {tasks._release_waiter.__code__: "wait_for"}


def takes(awaited):
    """Without a time it only awaits what it was given."""
    return awaited.cr_frame.f_locals["timeout"] is not None


def cause(record, session):
    return "timeout" if session.in_timer else record.awaits


def describe(wait):
    future = wait.awaited.cr_frame.f_locals["fut"]
    inner = shield.within(future)
    wait.on_awaitable(future if inner is None else inner)
    wait.awaits = _kind(future, inner)


def _kind(future, inner):
    """What ends it, if not the time: as if it were awaited directly."""
    if inner is not None:
        return "shield"
    if gather.matches(future, None):
        return "gather"
    return "task" if hasattr(future, "record") else "future"
