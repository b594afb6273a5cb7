"""A future that the listing makes: resolved, failed, cancelled."""

from asyncio import futures

from .. import names
from .resource import Resource


class _LikeAsyncios(type(futures._PyFuture)):
    def __instancecheck__(cls, thing):
        return futures.isfuture(thing)


class Future(futures._PyFuture, metaclass=_LikeAsyncios):
    def __init__(self, *, loop=None):
        self._resource = Resource("future")
        super().__init__(loop=loop)

    def set_result(self, result):
        if not self.done():
            item = None if result is None else repr(result)
            self._resource.changed("resolved", item=item)
        super().set_result(result)

    def set_exception(self, exception):
        if not self.done():
            made = exception() if isinstance(exception, type) else exception
            self._resource.changed("failed", item=names.of_error(made))
        super().set_exception(exception)

    def cancel(self, msg=None):
        if not self.done():
            self._resource.changed("cancelled")
        return super().cancel(msg)
