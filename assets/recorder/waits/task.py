"""A task awaited directly."""

REASON = "task"


def matches(future, task):
    return hasattr(future, "record")


def describe(wait):
    wait.on = wait.future.record.id
