"""What other 3.11s do otherwise than 3.11.7, as 3.11.7 does it."""

from asyncio import events, exceptions, taskgroups, tasks, timeouts

State = timeouts._State


class Timeout:
    """Methods of asyncio.timeouts.Timeout."""

    def reschedule(self, when):
        if self._state is not State.ENTERED:
            if self._state is State.CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state.value} Timeout")
        self._when = when
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
        if when is None:
            self._timeout_handler = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)

    async def __aenter__(self):
        if self._state is not State.CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = State.ENTERED
        self._task = task
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        assert self._state in (State.ENTERED, State.EXPIRING)
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state is State.EXPIRING:
            self._state = State.EXPIRED
            if (self._task.uncancel() <= self._cancelling
                    and exc_type is exceptions.CancelledError):
                raise TimeoutError from exc_val
        elif self._state is State.ENTERED:
            self._state = State.EXITED
        return None


class TaskGroup:
    """Methods of asyncio.TaskGroup."""

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(
                f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self


def replacements():
    """(class, name, function) of each."""
    for ours, theirs in ((Timeout, timeouts.Timeout),
                         (TaskGroup, taskgroups.TaskGroup)):
        for name, function in vars(ours).items():
            if callable(function):
                yield theirs, name, function
