"""asyncio.Condition: notified, and its lock's acquired and released; level 1
if the lock is free, 0 if taken. A lock that is given to it tells its own."""

import asyncio

from .lock import Lock
from .resource import Resource


class Condition(asyncio.Condition):
    def __init__(self, lock=None):
        self._resource = Resource("condition")
        super().__init__(lock or Lock(_resource=self._resource))

    def notify(self, n=1):
        if self.locked():
            self._resource.changed("notified", 0)
        super().notify(n)
