"""asyncio.Queue.put, until there is room."""

import asyncio

REASON = "queue_put"
CAUSE = "slot"
CODES = {asyncio.Queue.put.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
