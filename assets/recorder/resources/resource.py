"""One thing that tasks share, as the trace knows it."""

from .. import frames
from .assigned import assigned_name

_session = None


def use(session):
    """The session that what is made from now on reports to."""
    global _session
    _session = session


class Resource:
    """Its name, and who holds it: tasks, the first to take it first."""

    def __init__(self, kind, capacity=None):
        session = self._session = _session
        self.type = kind
        self.holders = []
        listing = session.listing
        self.name = session.resource_names.take(assigned_name(listing) or kind)
        session.emit("resource_created", session.current,
                     frames.acting_line(listing),
                     resource=self.name, type=kind, capacity=capacity)

    def changed(self, action, level=None, item=None):
        session = self._session
        session.emit("resource_changed", session.current,
                     frames.acting_line(session.listing),
                     resource=self.name, action=action, level=level, item=item)

    def acquired(self, level):
        self.changed("acquired", level)
        self.holders.append(self._session.current)

    def released(self, level):
        """By whoever lets go: it may be another than the one that took it."""
        self.changed("released", level)
        current = self._session.current
        if current in self.holders:
            self.holders.remove(current)
        elif self.holders:
            self.holders.pop(0)


def of(thing):
    """The `Resource` of a lock, a future …, or None."""
    return getattr(thing, "_resource", None)
