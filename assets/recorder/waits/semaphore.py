"""asyncio.Semaphore.acquire, also by `async with`."""

import asyncio

REASON = "semaphore"
CAUSE = "released"
CODES = {asyncio.Semaphore.acquire.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
