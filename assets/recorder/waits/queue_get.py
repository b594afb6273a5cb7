"""asyncio.Queue.get, until there is an item."""

import asyncio

REASON = "queue_get"
CAUSE = "item"
CODES = {asyncio.Queue.get.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
