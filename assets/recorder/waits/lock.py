"""asyncio.Lock.acquire, also by `async with`; and a condition's own lock."""

import asyncio

REASON = "lock"
CAUSE = "released"
CODES = {asyncio.Lock.acquire.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
