"""asyncio.Barrier: arrived, left (given up waiting), tripped, aborted, reset;
level: how many wait at it."""

import asyncio
from asyncio.locks import _BarrierState as State

from .resource import Resource


class Barrier(asyncio.Barrier):
    def __init__(self, parties):
        self._arrived = 0
        self._stage = State.FILLING
        super().__init__(parties)
        self._resource = Resource("barrier", parties)
        self._resource.has_tripped = False

    @property
    def _count(self):
        return self._arrived

    @_count.setter
    def _count(self, count):
        """asyncio counts here who comes, before the last one trips it, and who goes."""
        before, self._arrived = self._arrived, count
        if self._stage is State.FILLING and count != before:
            self._resource.changed("arrived" if count > before else "left", count)

    @property
    def _state(self):
        return self._stage

    @_state.setter
    def _state(self, state):
        """asyncio says here what becomes of it, before it wakes anybody."""
        before, self._stage = self._stage, state
        action = _told(before, state)
        if action:
            self._resource.changed(action, 0)
        if state is not before:
            self._resource.has_tripped = state is State.DRAINING


def _told(before, state):
    if state is before:
        return None
    if state is State.FILLING:
        return "reset" if before is State.BROKEN else None
    return {State.DRAINING: "tripped", State.BROKEN: "aborted",
            State.RESETTING: "reset"}[state]
