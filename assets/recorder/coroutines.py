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
        self._before = {}      # as _errors, of frames that have been suspended since
        self._several = set()  # frames that have seen more than one
        self._unsure = []      # (frame, row): what came out of it the next exception tells

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

    def let_go(self):
        """Of the frames that are kept: who keeps a frame keeps what it awaits."""
        for kept in (self._entered, self._errors, self._before, self._several,
                     self._unsure):
            kept.clear()

    def _inside(self, frame, event, arg):
        if event == "exception":
            if arg[0] is not StopIteration:  # that is how an awaited coroutine returns
                self._heard(frame, arg[1] or arg[0]())
        elif event == "return":
            self._left(frame, arg)
        return self._inside

    def _heard(self, frame, error):
        self.came_out(error)
        if self._errors.get(frame, (None, error))[1] is not error:
            self._several.add(frame)
        self._errors[frame] = frame.f_lasti, error

    def came_out(self, error):
        """An exception arrives where it was raised or passed on to: it is what
        has come out of those frames on its way. What comes out of one that has
        seen several may be an earlier one, raised anew after a clean-up."""
        while self._unsure:
            frame, row = self._unsure.pop()
            if error is not None and frame in _frames_of(error):
                row["error"] = names.of_error(error)

    def _left(self, frame, arg):
        session = self._session
        raised_at, error = self._errors.pop(frame, (None, None))
        several = frame in self._several
        self._several.discard(frame)
        before = self._before.pop(frame, None)
        if before is not None:
            error, several = error or before, True
        if session.current_task is None:
            self._entered.discard(frame)
            return
        raised = arg is None and error is not None and not frames.returns(frame) and (
            raised_at == frame.f_lasti or not frames.stands_at_a_yield(frame))
        ended = raised or frames.returns(frame)
        if not ended and error is not None:
            self._before[frame] = error
        if self._is_root(frame):
            record = session.current_task.record
            record.last_line = frame.f_lineno
            if ended:
                record.root_frame = None  # who keeps a frame keeps its variables
            return
        if frame in self._entered and ended:
            self._entered.discard(frame)
            row = session.emit("coroutine_left", session.current, frame.f_lineno,
                               name=frame.f_code.co_name,
                               error=names.of_error(error) if raised else None)
            if raised and several:
                self._unsure.append((frame, row))

    def _is_root(self, frame):
        return self._session.current_task.record.root_frame is frame


def _frames_of(error):
    """Those that an exception has passed."""
    found, passed = [], error.__traceback__
    while passed is not None:
        found.append(passed.tb_frame)
        passed = passed.tb_next
    return found


def _is_told(code):
    """Not async generators, which are entered and left with every item, nor
    comprehensions, which nobody has written as coroutines."""
    return code.co_flags & inspect.CO_COROUTINE and not code.co_name.startswith("<")
