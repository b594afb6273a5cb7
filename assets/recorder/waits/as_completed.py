"""asyncio.as_completed: each `await` takes the next that is done.

Inside it is a queue; what it says is `as_completed`. Its `wait_on` goes before
the first suspension only.
"""

from asyncio import tasks


def _inner(name):
    return next(code for code in tasks.as_completed.__code__.co_consts
                if getattr(code, "co_name", "") == name)


REASON = "as_completed"
HEARS = True
CODES = {_inner("_wait_for_one")}
CALLBACKS = {_inner("_on_completion"): "as_completed"}
TIMERS = {_inner("_on_timeout"): "wait"}


def describe(wait):
    queue = wait.awaited.cr_frame.f_locals["done"]
    first = not hasattr(queue, "_recorder_name")
    wait.on = wait.named(queue)
    if first:
        wait.for_tasks(_waited_for(queue, wait.task._loop))


def _waited_for(queue, loop):
    """The tasks it has not heard of yet: those that hold its callback, or of
    which its callback stands in the ready queue."""
    found = []
    for task in tasks.all_tasks(loop):
        found += [task for callback, _ in task._callbacks or ()
                  if _hears_for(callback, queue)]
    for handle in loop._ready:
        if handle._callback is not None and _hears_for(handle._callback, queue):
            found += [one for one in handle._args if hasattr(one, "record")]
    return sorted(found, key=lambda task: task.record.id)


def _hears_for(callback, queue):
    if getattr(callback, "__code__", None) not in CALLBACKS:
        return False
    cells = dict(zip(callback.__code__.co_freevars, callback.__closure__))
    return cells["done"].cell_contents is queue
