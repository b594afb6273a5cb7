"""The end of `async with asyncio.TaskGroup()`."""

from asyncio import taskgroups

REASON = "group"
HEARS = True
CODES = {taskgroups.TaskGroup.__aexit__.__code__}
CALLBACKS = {taskgroups.TaskGroup._on_task_done.__code__: "group"}


def describe(wait):
    group = wait.awaited.cr_frame.f_locals["self"]
    wait.on = wait.named(group)
    wait.for_tasks([task for task in group._tasks if not task.done()])
