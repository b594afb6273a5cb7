"""Many recordings in one go: jobs as JSON on stdin, one process each, forked.

Standard input is a list of jobs; `listing` and `output` must be there:

    [{"listing": "a.py", "set": {"pages": 2}, "scenario": "s", "mode": "m",
      "until": 3, "limit": 1000, "timeout": 60, "output": "a.jsonl"}]

Standard output has a line for each, in the order given: its `output`, its
`status` (the exit status it would have had alone) and, if 2, its `error`.
The status of the whole is 0 if every job was recorded, else 2.
"""

import json
import os
import signal
import sys

DEFAULT_TIMEOUT_S = 60


def run(source, sink):
    try:
        jobs = json.load(source)
        answers = [_forked(job) for job in jobs]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"recorder: --batch: not a list of jobs: {error!r}", file=sys.stderr)
        return 2
    for job, (status, error) in zip(jobs, answers):
        answer = {"output": job["output"], "status": status}
        if error:
            answer["error"] = error
        sink.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0 if all(status in (0, 1) for status, _ in answers) else 2


def _forked(job):
    """(status, error) of one job, done in a child: nothing of it stays."""
    job["listing"], job["output"]
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(int(job.get("timeout", DEFAULT_TIMEOUT_S)))
        _answer(writing, *_done(job))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        answer = pipe.read()
    _, how = os.waitpid(child, 0)
    if not answer:
        return 2, f"{job['listing']}: {_death(how)}"
    return json.loads(answer)


def _done(job):
    from .cli import write
    from .record import record, succeeded
    from .trace import DEFAULT_LIMIT
    try:
        trace = record(job["listing"], job.get("set", {}),
                       scenario=job.get("scenario"), mode=job.get("mode"),
                       until=job.get("until"), limit=job.get("limit", DEFAULT_LIMIT))
        write(trace, job["output"])
        return (0 if succeeded(trace) else 1), None
    except Exception as error:
        return 2, str(error) or repr(error)


def _answer(pipe, status, error):
    os.write(pipe, json.dumps([status, error]).encode())


def _death(how):
    if os.WIFSIGNALED(how) and os.WTERMSIG(how) == signal.SIGALRM:
        return "it took too long"
    return f"its recorder died ({how})"
