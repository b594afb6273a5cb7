"""Coroutines of the listing that a task awaits directly, inside itself, and
the last line each has executed. A trace function over the listing's frames."""

import inspect

from . import frames, names


_ASYNC = inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


class CoroutineWatch:
    def __init__(self, session):
        self._session = session
        self._entered = set()
        self._errors = {}

    def __call__(self, frame, event, arg):
        """A function is called, or a suspended one goes on."""
        code, session = frame.f_code, self._session
        if (session.current_task is None or not session.listing.owns(code)
                or not code.co_flags & _ASYNC):
            return None
        frame.f_trace_lines = False
        if _is_told(code) and not self._is_root(frame) and frames.begins(frame):
            self._entered.add(frame)
            session.emit("coroutine_entered", session.current,
                         session.listing.def_line(code), name=code.co_name)
        return self._inside

    def _inside(self, frame, event, arg):
        if event == "exception":
            self._errors[frame] = frame.f_lasti, arg[1] or arg[0]()
        elif event == "return":
            self._left(frame, arg)
        return self._inside

    def _left(self, frame, arg):
        session = self._session
        raised_at, error = self._errors.pop(frame, (None, None))
        if session.current_task is None:
            self._entered.discard(frame)
            return
        raised = arg is None and error is not None and not frames.returns(frame) and (
            raised_at == frame.f_lasti or not frames.stands_at_a_yield(frame))
        ended = raised or frames.returns(frame)
        if self._is_root(frame):
            record = session.current_task.record
            record.last_line = frame.f_lineno
            if ended:
                record.root_frame = None  # who keeps a frame keeps its variables
            return
        if frame in self._entered and ended:
            self._entered.discard(frame)
            session.emit("coroutine_left", session.current, frame.f_lineno,
                         name=frame.f_code.co_name,
                         error=names.of_error(error) if raised else None)

    def _is_root(self, frame):
        return self._session.current_task.record.root_frame is frame


def _is_told(code):
    """Not async generators, which are entered and left with every item, nor
    comprehensions, which nobody has written as coroutines."""
    return code.co_flags & inspect.CO_COROUTINE and not code.co_name.startswith("<")
