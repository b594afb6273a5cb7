"""asyncio.Lock: acquired, released; level 1 free, 0 taken."""

import asyncio

from .resource import Resource


class Lock(asyncio.Lock):
    def __init__(self, *, _resource=None):
        self._resource = _resource or Resource("lock", 1)
        self._is_taken = False
        super().__init__()

    @property
    def _locked(self):
        return self._is_taken

    @_locked.setter
    def _locked(self, taken):
        """asyncio takes it here, and gives it back before it wakes anybody."""
        before, self._is_taken = self._is_taken, taken
        if taken and not before:
            self._resource.acquired(0)
        elif before and not taken:
            self._resource.released(1)
