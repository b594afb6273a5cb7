"""asyncio.Condition.wait, until it is notified. Once it is, it may have to
wait for the lock: that is a wait for a lock."""

import asyncio

from .. import frames

REASON = "condition"
CAUSE = "notified"
CODES = {asyncio.Condition.wait.__code__}


def takes(awaited):
    _, deeper = frames.below(awaited)
    frame, _ = frames.below(deeper)
    return frame is None or frame.f_code is not asyncio.Lock.acquire.__code__


def describe(wait):
    wait.on_resource(wait.owner())
