"""The variable that takes what a call makes: its name in the trace.

    left = asyncio.Lock()                        left
    self.slots = asyncio.Semaphore(4)            slots
    waiting[key] = asyncio.Event()               waiting
    a, b = asyncio.Lock(), asyncio.Lock()        a, b
    forks = [asyncio.Lock() for _ in seats]      forks, forks 2, …

The value must be the call itself, or a list, tuple, set, dict or
comprehension of such calls; a call within another call has no name.
"""

import ast
import sys

from ..listing import statements

_IN_A_ROW = (ast.List, ast.Tuple, ast.Set)
_COMPREHENSION = (ast.ListComp, ast.SetComp, ast.GeneratorExp)


def assigned_name(listing):
    """Of the call that acts now in the listing, or None."""
    frame = sys._getframe(1)
    while frame is not None and not listing.owns(frame.f_code):
        frame = frame.f_back
    if frame is None:
        return None
    return _names(listing).get(_position(frame))


def _names(listing):
    if not hasattr(listing, "assigned_names"):
        nodes = ast.walk(listing.tree) if listing.has_walrus else statements(listing.tree)
        listing.assigned_names = dict(_found(nodes))
    return listing.assigned_names


def _position(frame):
    positions = list(frame.f_code.co_positions())
    return positions[frame.f_lasti // 2]


def _found(nodes):
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _calls(target, node.value)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value:
            yield from _calls(node.target, node.value)


def _calls(target, value):
    """(place, name) of each call whose value the target takes."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its_value in zip(target.elts, value.elts):
            yield from _calls(one, its_value)
    elif isinstance(value, ast.Call):
        name = _named(target)
        if name:
            yield (value.lineno, value.end_lineno,
                   value.col_offset, value.end_col_offset), name
    else:
        for part in _parts(value):
            yield from _calls(target, part)


def _parts(value):
    if isinstance(value, _IN_A_ROW):
        return value.elts
    if isinstance(value, _COMPREHENSION):
        return [value.elt]
    if isinstance(value, ast.Dict):
        return value.values
    if isinstance(value, ast.DictComp):
        return [value.value]
    return []


def _named(target):
    if isinstance(target, ast.Name):
        return target.id
    if isinstance(target, ast.Attribute):
        return target.attr
    if isinstance(target, ast.Subscript):
        return _named(target.value)
    return None
