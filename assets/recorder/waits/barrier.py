"""asyncio.Barrier.wait, also by `async with`: until all have come; or until
those who have come have gone; or until it is aborted or reset."""

import asyncio

REASON = "barrier"
CODES = {asyncio.Barrier.wait.__code__}


def cause(record, session):
    return "tripped" if record.resource and record.resource.has_tripped else "notified"


def describe(wait):
    wait.on_resource(wait.owner())
