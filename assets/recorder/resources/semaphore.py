"""asyncio.Semaphore, BoundedSemaphore: acquired, released; level: how many
are free, by asyncio's own count. A slot that is passed on is not free: it is
counted off when its taker is woken, and `acquired` when that one goes on."""

import asyncio

from .resource import Resource


class _Told(asyncio.Semaphore):
    async def acquire(self):
        await super().acquire()
        self._resource.acquired(self._value)
        return True

    def release(self):
        self._resource.released(self._value + 1)
        super().release()


class Semaphore(_Told):
    def __init__(self, value=1):
        super().__init__(value)
        self._resource = Resource("semaphore", value)


class BoundedSemaphore(asyncio.BoundedSemaphore, _Told):
    def __init__(self, value=1):
        super().__init__(value)
        self._resource = Resource("semaphore", value)


# As a coroutine that is never awaited is told of.
_Told.acquire.__qualname__ = "Semaphore.acquire"
