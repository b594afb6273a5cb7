"""asyncio.Event.wait."""

import asyncio

REASON = "event"
CAUSE = "set"
CODES = {asyncio.Event.wait.__code__}


def describe(wait):
    wait.on_resource(wait.owner())
