"""A set that remembers the order in which its members came."""

from collections.abc import MutableSet


class OrderedSet(MutableSet):
    def __init__(self, members=()):
        self._members = dict.fromkeys(members)

    def __contains__(self, member):
        return member in self._members

    def __iter__(self):
        return iter(self._members)

    def __len__(self):
        return len(self._members)

    def add(self, member):
        self._members[member] = None

    def discard(self, member):
        self._members.pop(member, None)

    def union(self, *others):
        joined = OrderedSet(self)
        for other in others:
            joined |= OrderedSet(other)
        return joined

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}" if self._members else "set()"
