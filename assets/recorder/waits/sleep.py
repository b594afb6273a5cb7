"""asyncio.sleep, of more than nothing: a future and a timer."""

from asyncio import futures, tasks

REASON = "sleep"
CAUSE = "timer"
CODES = {tasks.sleep.__code__}
TIMERS = {futures._set_result_unless_cancelled.__code__: "sleep"}


def describe(wait):
    timer = wait.task.record.timer
    wait.until_ns = timer.due_ns
