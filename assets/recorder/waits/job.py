"""A job in a thread or a process."""

from .. import jobs

REASON = "job"


def matches(future, task):
    return jobs.of_future(future) is not None


def describe(wait):
    wait.on = f"job {jobs.of_future(wait.future).id}"
