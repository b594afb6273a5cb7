"""Jobs: work handed to a thread or a process, on the virtual clock.

Nothing runs beside. A job's function is called when it is submitted; what it
spends in `work` and `time.sleep` is the job's length, what it returns its
result. A worker that is free takes it at once, the others wait their turn.
"""

import collections
import weakref

from . import frames, names

DEFAULT_WORKERS = 4

_of_future = weakref.WeakKeyDictionary()
_session = None


def use(session):
    """The session that pools made from now on report to."""
    global _session
    _session = session


def of_future(future):
    """The job whose end a future is, or None."""
    found = _of_future.get(future) if future is not None else None
    return found and found()


class _Pool:
    def __init__(self, max_workers=None, *_args, **_more):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self.capacity = max_workers or DEFAULT_WORKERS
        self.name = _session.resource_names.take(self.base_name)
        self._free = list(range(1, self.capacity + 1))
        self._waiting = collections.deque()
        _session.emit("resource_created", _session.current,
                      frames.acting_line(_session.listing),
                      resource=self.name, type="pool", capacity=self.capacity)

    def take(self, job):
        self._waiting.append(job)
        self._start_next()

    def give_back(self, worker):
        self._free.append(worker)
        self._start_next()

    def _start_next(self):
        # As concurrent.futures does: one that was cancelled in the queue is
        # never started.
        while self._waiting and self._waiting[0].future.cancelled():
            self._waiting.popleft()
        if self._waiting and self._free:
            worker = min(self._free)
            self._free.remove(worker)
            self._waiting.popleft().start(worker)

    def submit(self, function, /, *args, **more):
        raise NotImplementedError("the recorder follows a pool through "
                                  "run_in_executor and to_thread only")

    map = submit

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Virtual workers need no joining."""

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.shutdown()


class ThreadPool(_Pool):
    base_name = "threads"


class ProcessPool(_Pool):
    base_name = "processes"


class Job:
    """One call in a pool, from submission to its end."""

    def __init__(self, loop, pool):
        session = loop.session
        self.loop = loop
        self.number = session.new_handle_number()
        session.jobs += 1
        self.id = session.jobs
        self.future = loop.create_future()
        _of_future[self.future] = weakref.ref(self)  # or neither would ever go
        self._pool = pool
        self._session = session
        self._by = session.current
        self._duration_ns = 0
        self._computes = False
        self._said = []
        self._result = self._error = None
        self._worker = None

    def call(self, function, args):
        """Find out what it would do, and how long it would take."""
        outer, self._session.job = self._session.job, self
        try:
            self._result = function(*args)
        except Exception as error:
            self._error = error
        finally:
            self._session.job = outer

    def spend(self, kind, duration_ns):
        self._duration_ns += duration_ns
        self._computes |= kind == "worked"

    def say(self, text):
        self._said.append(text)

    def report_submitted(self):
        self._session.emit("job_submitted", self._by,
                           frames.acting_line(self._session.listing),
                           job=self.id, pool=self._pool.name,
                           computes=self._computes,
                           duration_ns=self._duration_ns)

    def start(self, worker):
        from .loop import JobEnd
        self._worker = worker
        self._report("job_started")
        self.loop.schedule(JobEnd(self, self._due_ns()))

    def _due_ns(self):
        """When it will be done. Threads that compute do so one after the other."""
        now_ns = self._session.clock.now_ns
        if not (self._computes and isinstance(self._pool, ThreadPool)):
            return now_ns + self._duration_ns
        interpreter = self._session.interpreter
        if interpreter.wait_ns(now_ns) > 0:
            self._report("job_waiting")
        return interpreter.take(now_ns, self._duration_ns)

    def finish(self):
        """Its end is on the ready queue; the worker takes the next one."""
        for text in self._said:
            self._session.emit("output", self._by, text=text)
        result = None if self._result is None else repr(self._result)
        error = None if self._error is None else names.of_error(self._error)
        self._report("job_finished", result=result, error=error)
        self._pool.give_back(self._worker)

    def resolve(self):
        if self.future.cancelled():
            return
        if self._error is not None:
            self.future.set_exception(self._error)
        else:
            self.future.set_result(self._result)

    def _report(self, kind, **more):
        self._session.emit(kind, self._by, job=self.id, pool=self._pool.name,
                           worker=self._worker, **more)


def submit(loop, pool, function, args):
    if not isinstance(pool, _Pool):
        raise TypeError(f"the recorder does not know this executor: {pool!r}")
    job = Job(loop, pool)
    job.call(function, args)
    job.report_submitted()
    pool.take(job)
    return job.future
