"""asyncio.shield: a future of its own, which hears of the task within."""

import weakref

from asyncio import tasks


def _inner(name):
    return next(code for code in tasks.shield.__code__.co_consts
                if getattr(code, "co_name", "") == name)


REASON = "shield"
HEARS = True
CALLBACKS = {_inner("_inner_done_callback"): "shield",
             _inner("_outer_done_callback"): "shield"}

_OUTER = _inner("_outer_done_callback")
_known = weakref.WeakKeyDictionary()  # once it is done it has forgotten


def within(future):
    """The task or future that a shield's future stands for, or None."""
    inner = _found(future)
    if inner is not None:
        _known[future] = weakref.ref(inner)
    elif future in _known:
        inner = _known[future]()
    return inner


def _found(future):
    for callback, _ in getattr(future, "_callbacks", None) or ():
        if getattr(callback, "__code__", None) is _OUTER:
            cells = dict(zip(_OUTER.co_freevars, callback.__closure__))
            return cells["inner"].cell_contents
    return None


def matches(future, task):
    return within(future) is not None


def describe(wait):
    wait.on_awaitable(within(wait.future))
