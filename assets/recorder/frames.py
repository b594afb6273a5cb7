"""Where a program stands: frames, and what a suspended coroutine awaits."""

import gc
import inspect
import opcode
import sys

_RESUME = opcode.opmap["RESUME"]
_RETURN = opcode.opmap["RETURN_VALUE"]
_YIELD = opcode.opmap["YIELD_VALUE"]
_AT_START = 0

_WRAPPERS = {"async_generator_asend", "async_generator_athrow",
             "coroutine_wrapper", "anext_awaitable"}

_loop_frames = set()


def ends_walk(function):
    """Mark the function at which a search for the acting line ends: what lies
    outside it called the loop, and does not act now."""
    _loop_frames.add(function.__code__)
    return function


def acting_line(listing, frame=None):
    """The line of the innermost frame in the listing that acts now; or that
    led to `frame`."""
    frame = frame or sys._getframe(1)
    while frame is not None:
        if listing.owns(frame.f_code):
            return frame.f_lineno
        if frame.f_code in _loop_frames:
            return None
        frame = frame.f_back
    return None


def callers(depth=1):
    """The codes that led here, innermost first, up to the loop that runs now;
    not the recorder's own."""
    frame = sys._getframe(depth)
    while frame is not None and frame.f_code not in _loop_frames:
        if not frame.f_globals.get("__name__", "").startswith(__package__ + "."):
            yield frame.f_code
        frame = frame.f_back


def below(awaitable):
    """(frame, what it awaits) of a suspended coroutine or generator."""
    if inspect.iscoroutine(awaitable):
        return awaitable.cr_frame, awaitable.cr_await
    if inspect.isgenerator(awaitable):
        return awaitable.gi_frame, awaitable.gi_yieldfrom
    if inspect.isasyncgen(awaitable):
        return awaitable.ag_frame, awaitable.ag_await
    if type(awaitable).__name__ in _WRAPPERS:
        return below(within(awaitable))
    return None, None


def within(wrapper):
    """What `__anext__`, `aclose`, `__await__` … have wrapped: they do not say,
    but the garbage collector knows."""
    return next((thing for thing in gc.get_referents(wrapper)
                 if inspect.isasyncgen(thing) or inspect.iscoroutine(thing)
                 or type(thing).__name__ in _WRAPPERS), None)


def root(coroutine):
    """(code, frame) of what a task runs."""
    if type(coroutine).__name__ in _WRAPPERS:
        coroutine = within(coroutine)
    for kind in ("cr", "gi", "ag"):
        if hasattr(coroutine, kind + "_code"):
            return getattr(coroutine, kind + "_code"), getattr(coroutine, kind + "_frame")
    return None, None


def innermost(listing, coroutine):
    """(line, what it awaits) of the innermost suspended frame in the listing;
    (None, None) if none of the chain is the listing's."""
    found = None, None
    while coroutine is not None:
        frame, awaited = below(coroutine)
        if frame is None:
            break
        if listing.owns(frame.f_code):
            found = frame.f_lineno, awaited
        coroutine = awaited
    return found


def begins(frame):
    """Whether a frame that is called now runs for the first time."""
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at] == _RESUME and code[at + 1] == _AT_START


def returns(frame):
    """Whether a frame that is left now returns: it neither yields nor raises."""
    return frame.f_code.co_code[frame.f_lasti] == _RETURN


def stands_at_a_yield(frame):
    """Whether a frame that is left now yields, or is raised out of where it
    had yielded."""
    return frame.f_code.co_code[frame.f_lasti] == _YIELD
