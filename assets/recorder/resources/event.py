"""asyncio.Event: set, cleared, when that changes it; level 1 set, 0 not."""

import asyncio

from .resource import Resource


class Event(asyncio.Event):
    def __init__(self):
        self._resource = Resource("event")
        self._is_set = False
        super().__init__()

    @property
    def _value(self):
        return self._is_set

    @_value.setter
    def _value(self, is_set):
        """asyncio sets it here, before it wakes anybody."""
        before, self._is_set = self._is_set, is_set
        if is_set != before:
            self._resource.changed("set" if is_set else "cleared", int(is_set))
