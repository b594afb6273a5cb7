"""Many recordings in one go: jobs as JSON on stdin, one process each, forked.

Standard input is a list of jobs; `listing` and `output` must be there:

    [{"listing": "a.py", "set": {"pages": 2}, "scenario": "s", "mode": "m",
      "until": 3, "limit": 1000, "timeout": 60, "output": "a.jsonl"}]

Standard output has a line for each, in the order given: its `output`, its
`status` (the exit status it would have had alone) and, if 2, its `error`.
The status of the whole is 0 if every job was recorded, else 2.

With `together` N jobs share a process, one after the other: several times
quicker, for programs that leave nothing behind in the interpreter.
"""

import gc
import json
import os
import signal
import sys

# Before the forks: each child would have to import them anew.
from .cli import write
from .record import record, succeeded
from .trace import DEFAULT_LIMIT

DEFAULT_TIMEOUT_S = 60


def run(source, sink, together=1):
    try:
        jobs = json.load(source)
        for job in jobs:
            job["listing"], job["output"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"recorder: --batch: not a list of jobs: {error!r}", file=sys.stderr)
        return 2
    gc.collect()
    gc.freeze()  # what is here by now no child has to look through
    answers = []
    while len(answers) < len(jobs):
        answers += _forked(jobs[len(answers):len(answers) + together])
    for job, (status, error) in zip(jobs, answers):
        answer = {"output": job["output"], "status": status}
        if error:
            answer["error"] = error
        sink.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0 if all(status in (0, 1) for status, _ in answers) else 2


def _forked(jobs):
    """(status, error) of jobs done in a child, in order, up to the one that
    it died of, if it did: at least one."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        for job in jobs:
            signal.alarm(int(job.get("timeout", DEFAULT_TIMEOUT_S)))
            os.write(writing, json.dumps(_done(job)).encode() + b"\n")
            gc.freeze()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        answers = [json.loads(line) for line in pipe]
    _, how = os.waitpid(child, 0)
    if len(answers) < len(jobs):
        answers.append((2, f"{jobs[len(answers)]['listing']}: {_death(how)}"))
    return answers


def _done(job):
    try:
        trace = record(job["listing"], job.get("set", {}),
                       scenario=job.get("scenario"), mode=job.get("mode"),
                       until=job.get("until"), limit=job.get("limit", DEFAULT_LIMIT))
        write(trace, job["output"])
        return (0 if succeeded(trace) else 1), None
    except Exception as error:
        return 2, str(error) or repr(error)


def _death(how):
    if os.WIFSIGNALED(how) and os.WTERMSIG(how) == signal.SIGALRM:
        return "it took too long"
    return f"its recorder died ({how})"
