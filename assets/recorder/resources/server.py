"""A server of the listing's own, which takes so many at once and refuses more.

A class `Server` with an attribute `free`, entered by `with` (an error there:
refused): acquired, refused, released; level: how many it could still take.

    class Server:
        def __init__(self, capacity):
            self.free = capacity

        def __enter__(self):
            if self.free == 0:
                raise ConnectionError("server busy")
            self.free -= 1

        def __exit__(self, *error):
            self.free += 1
"""

from .resource import Resource


def told(server_class):
    """Decorates that class."""
    begin, enter, leave = (getattr(server_class, name) for name in
                           ("__init__", "__enter__", "__exit__"))

    def __init__(self, *args, **more):
        begin(self, *args, **more)
        self._resource = Resource("server", self.free)

    def __enter__(self):
        try:
            entered = enter(self)
        except Exception:
            self._resource.changed("refused", self.free)
            raise
        self._resource.acquired(self.free)
        return entered

    def __exit__(self, *error):
        swallowed = leave(self, *error)
        self._resource.released(self.free)
        return swallowed

    for function in (__init__, __enter__, __exit__):
        setattr(server_class, function.__name__, function)
    return server_class
