"""The command line of the recorder.

Exit status: 0 recorded, and the program ended well; 1 recorded, and it failed
(the trace is written all the same); 2 what was asked is wrong; 77 this Python
is not the judge.
"""

import argparse
import os
import sys

from . import judge
from .trace import DEFAULT_LIMIT

ASKED_WRONGLY = 2


def main(arguments=None):
    asked = _parser().parse_args(arguments)
    reason = judge.why_not()
    if reason:
        print(f"recorder: {reason}", file=sys.stderr)
        return judge.NOT_THE_JUDGE
    # Only now: these know the inside of the judge's asyncio.
    from . import batch
    from .listing import ListingError
    from .record import record, succeeded
    if asked.batch:
        return batch.run(sys.stdin, sys.stdout, asked.together)
    try:
        if asked.listing is None:
            raise ListingError("which listing? Give a .py file, or --batch")
        trace = record(asked.listing, dict(asked.set), scenario=asked.scenario,
                       mode=asked.mode, until=asked.until, limit=asked.limit,
                       echo=sys.stderr if asked.echo else None)
        write(trace, asked.output)
    except (ListingError, OSError) as error:
        print(f"recorder: {error}", file=sys.stderr)
        return ASKED_WRONGLY
    return 0 if succeeded(trace) else 1


def write(trace, path):
    """Whole or not at all: beside it, then renamed. No path: standard output."""
    if path is None:
        sys.stdout.write(trace.text())
        return
    beside = f"{path}.{os.getpid()}.part"
    with open(beside, "w", encoding="utf-8") as file:
        file.write(trace.text())
    os.replace(beside, path)


def setting(text):
    """NAME=VALUE, the value a number; a whole one is an int."""
    name, equals, value = text.partition("=")
    try:
        number = float(value)
    except ValueError:
        equals = ""
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"{text!r}: expected NAME=NUMBER, "
                                         f"such as page_time=0.3")
    return name, int(number) if number.is_integer() else number


def seconds(text):
    return setting(f"until={text}")[1]


def several(text):
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r}: expected a count from 1")
    return int(text)


def _parser():
    parser = argparse.ArgumentParser(
        prog="recorder", description="Records a Python program as a trace.")
    parser.add_argument("listing", nargs="?", metavar="LISTING", help="a .py file")
    parser.add_argument("--set", action="append", default=[], type=setting,
                        metavar="NAME=VALUE", help="a parameter of the listing")
    parser.add_argument("--scenario", metavar="ID", help="for the header")
    parser.add_argument("--mode", metavar="M", help="for the header")
    parser.add_argument("--until", type=seconds, metavar="SECONDS",
                        help="watch an endless program until then")
    parser.add_argument("--limit", type=int, default=DEFAULT_LIMIT,
                        metavar="EVENTS", help="default: %(default)s")
    parser.add_argument("--echo", action="store_true",
                        help="also show on stderr what the program prints")
    parser.add_argument("-o", dest="output", metavar="FILE",
                        help="default: standard output")
    parser.add_argument("--batch", action="store_true", help="many recordings: a list of jobs as JSON on stdin")
    parser.add_argument("--together", type=several, default=1, metavar="N",
                        help="so many of them share a process (default: %(default)s)")
    return parser
