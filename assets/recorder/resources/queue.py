"""asyncio's three queues: put, got, with the item; level: how many are in it."""

import asyncio

from .resource import Resource


class _Told:
    def __init__(self, maxsize=0):
        self._resource = Resource("queue", maxsize if maxsize > 0 else None)
        super().__init__(maxsize)

    def _put(self, item):
        super()._put(item)
        self._resource.changed("put", self.qsize(), repr(item))

    def _get(self):
        item = super()._get()
        self._resource.changed("got", self.qsize(), repr(item))
        return item


class Queue(_Told, asyncio.Queue):
    pass


class LifoQueue(_Told, asyncio.LifoQueue):
    pass


class PriorityQueue(_Told, asyncio.PriorityQueue):
    pass
