"""asyncio.gather: hears of each child by a callback."""

from asyncio import tasks

REASON = "gather"
HEARS = True
CALLBACKS = {code: "gather" for code in tasks.gather.__code__.co_consts
             if getattr(code, "co_name", "") == "_done_callback"}


def matches(future, task):
    return isinstance(future, tasks._GatheringFuture)


def describe(wait):
    wait.on = wait.named(wait.future)
    wait.for_tasks(wait.future._children)
