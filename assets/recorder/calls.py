"""Programs without a loop: each call of a function of the listing is a task,
and so is each generator. A caller is suspended while the one it calls runs."""

import functools
import inspect

from . import frames, names
from .session import PROGRAM


class _Call:
    """A call or a generator, told as a task."""

    def __init__(self, number):
        self.id = number
        self.started = False
        self.caller = None       # the task that it runs for, now
        self.caller_line = None
        self.yield_line = None


class CallWatch:
    """The trace function, and the maker of generators."""

    def __init__(self, session):
        self._session = session
        self._generators = {}    # frame: _Call, while unfinished
        self._running = []       # innermost last
        self._frames = {}        # frame: _Call, while running
        self._errors = {}

    def let_go(self):
        """Of what is kept of the program."""
        for kept in (self._generators, self._running, self._frames, self._errors):
            kept.clear()

    def made_generator(self, function):
        """Decorates a generator function: tells of every generator made."""
        @functools.wraps(function)
        def making(*args, **more):
            generator = function(*args, **more)
            line = frames.acting_line(self._session.listing)
            call = self._created(function.__name__, list(args), line)
            self._generators[generator.gi_frame] = call
            return generator
        return making

    def __call__(self, frame, event, arg):
        code, session = frame.f_code, self._session
        if (not session.listing.owns(code) or code.co_name.startswith("<")
                or code.co_name.startswith("__")
                or session.over or session.job is not None or _is_class(code)):
            return None
        frame.f_trace_lines = False
        call = self._generators.get(frame)
        if call is None and code.co_flags & inspect.CO_GENERATOR:
            return None
        line = _calling_line(frame, session.listing)
        if call is None:
            spec = inspect.getargvalues(frame)
            arguments = [spec.locals[name] for name in spec.args]
            call = self._created(code.co_name, arguments, line)
        self._begin(call, frame, line)
        return self._inside

    def _inside(self, frame, event, arg):
        if event == "exception":
            self._errors[frame] = frame.f_lasti, arg[1] or arg[0]()
        elif event == "return" and frame in self._frames:
            self._leave(frame, arg)
        return self._inside

    def _created(self, name, arguments, line):
        session = self._session
        call = _Call(session.new_task())
        unique = session.task_names.take(name)
        label = names.of_call(name, arguments)
        session.emit("task_created", call.id, line, name=unique,
                     label=unique if label == name else label,
                     parent=session.current, coroutine=name)
        return call

    def _begin(self, call, frame, line):
        session = self._session
        call.caller = self._running[-1] if self._running else None
        call.caller_line = line
        if call.caller:
            session.emit("task_suspended", call.caller.id, line,
                         reason="call", on=call.id)
        session.open_step()
        if not call.started:
            call.started = True
            session.emit("task_started", call.id,
                         session.listing.def_line(frame.f_code))
        else:
            session.emit("task_resumed", call.id, call.yield_line)
        self._running.append(call)
        self._frames[frame] = call
        session.current = call.id

    def _leave(self, frame, arg):
        session = self._session
        call = self._frames.pop(frame)
        raised_at, error = self._errors.pop(frame, (None, None))
        raised = arg is None and raised_at == frame.f_lasti and not frames.returns(frame)
        line = frame.f_lineno
        if raised:
            session.emit("task_failed", call.id, line, error=names.of_error(error))
        elif frames.returns(frame):
            result = None if arg is None else repr(arg)
            session.emit("task_finished", call.id, line, result=result)
        else:
            call.yield_line = line
            session.emit("task_suspended", call.id, line, reason="yield")
            session.emit("task_ready", call.id, line, cause="yield", by=call.id)
        if raised or frames.returns(frame):
            self._generators.pop(frame, None)
        self._give_back(call)

    def _give_back(self, call):
        session = self._session
        self._running.remove(call)
        session.current = call.caller.id if call.caller else PROGRAM
        if call.caller:
            session.emit("task_ready", call.caller.id, call.caller_line,
                         cause="task", by=call.id)
            session.open_step()
            session.emit("task_resumed", call.caller.id, call.caller_line)


def _is_class(code):
    """A class body is no function: its locals are not fast ones."""
    return not code.co_flags & inspect.CO_OPTIMIZED


def _calling_line(frame, listing):
    frame = frame.f_back
    while frame is not None and not listing.owns(frame.f_code):
        frame = frame.f_back
    return frame.f_lineno if frame is not None else None
