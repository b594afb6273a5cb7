"""asyncio.wait, for some or all of several, perhaps for so long only."""

from asyncio import tasks

REASON = "wait"
HEARS = True
CODES = {tasks._wait.__code__}
CALLBACKS = {code: "wait" for code in tasks._wait.__code__.co_consts
             if getattr(code, "co_name", "") == "_on_completion"}


def cause(record, session):
    return "timeout" if session.in_timer else "wait"


def describe(wait):
    called = wait.awaited.cr_frame.f_locals
    wait.on = wait.named(called["_on_completion"])
    wait.for_tasks(called["fs"])
