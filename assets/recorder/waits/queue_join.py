"""asyncio.Queue.join, until every item put has been done."""

import asyncio

REASON = "queue_join"
CAUSE = "join"
CODES = {asyncio.Queue.join.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
