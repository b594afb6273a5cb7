"""Recording: one listing, run as a program of its own, from start to end."""

import asyncio
import gc
import os
import sys
import types

from .alterations import altered
from .clock import to_ns
from .listing import Listing
from .names import of_error
from .session import Ended, Session
from .trace import DEFAULT_LIMIT


def record(path, settings=(), *, scenario=None, mode=None, until=None,
           limit=DEFAULT_LIMIT, echo=None):
    """The `Trace` of a listing. `until`, in seconds, is a setting too."""
    settings = dict(settings)
    until = settings.pop("until", until)
    listing = Listing(path, settings)
    session = Session(listing, _header(listing, scenario, mode, until),
                      None if until is None else to_ns(until), limit)
    session.emit("program_started")
    with _as_program(listing) as module, altered(session, echo) as lent:
        module.__dict__.update(lent)
        error = _run(session, listing, module)
        _finish(session, module, error)
    return session.trace


def succeeded(trace):
    return trace.rows[-1]["kind"] != "program_failed"


def _header(listing, scenario, mode, until):
    params = dict(listing.params)
    if until is not None:
        params["until"] = until
    header = {"scenario": scenario, "mode": mode, "params": params,
              "clock": "virtual", "source": "recorder"}
    return {name: value for name, value in header.items() if value is not None}


def _run(session, listing, module):
    """Run it; what it died of, if it did."""
    try:
        exec(listing.compiled(), module.__dict__)
    except Ended:
        return None
    except SystemExit as error:
        return of_error(error) if error.code not in (None, 0) else None
    except (Exception, asyncio.CancelledError, GeneratorExit) as error:
        return of_error(error)
    finally:
        # However it ended, nothing more of it is to be heard once it is over.
        session.unwound = session.over
        sys.settrace(None)
    return None


def _finish(session, module, error):
    """The loop's end, what is found when all is swept up, and the last event.

    What is swept up may still complain: nobody is there to hear it.
    """
    heard, sys.unraisablehook = sys.unraisablehook, lambda _complaint: None
    try:
        if not session.over:
            sys.stdout.finish()
            _stop_loops(session)
            session.sweeping = True
            session.watch.let_go()
            module.__dict__.clear()
            gc.collect()
            if error is not None:
                session.fail(error)
            session.emit("program_finished")
    except Ended:
        pass
    session.over = session.unwound = True
    for loop in session.loops:
        loop.close()
    module.__dict__.clear()
    gc.collect()
    sys.unraisablehook = heard


def _stop_loops(session):
    """A loop the program never closed stops with it."""
    for loop in session.loops:
        if not loop.is_closed():
            loop.report_stopped()


class _as_program:
    """The listing's module, as `__main__`, beside its own folder."""

    def __init__(self, listing):
        self._listing = listing

    def __enter__(self):
        self._before = sys.modules["__main__"], list(sys.path), list(sys.argv)
        module = types.ModuleType("__main__")
        module.__file__ = self._listing.path
        sys.modules["__main__"] = module
        sys.path.insert(0, os.path.dirname(self._listing.path))
        sys.argv = [self._listing.path]
        return module

    def __exit__(self, *_error):
        sys.modules["__main__"], sys.path[:], sys.argv = self._before
        asyncio.set_event_loop_policy(None)
