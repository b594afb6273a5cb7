"""Which CPython may judge.

The rules we reproduce are those of 3.11.7. Another minor version schedules
otherwise, so its word is not taken: the command says so and exits with a
status of its own, and a test that sees that status passes over visibly.
"""

import sys

MINOR = (3, 11)
JUDGE = "3.11.7"
NOT_THE_JUDGE = 77


def is_it():
    """Whether this is the very one, not only another 3.11."""
    return sys.version.split()[0] == JUDGE


def why_not():
    """The reason why this Python cannot judge, or None if it can."""
    if sys.implementation.name == "cpython" and sys.version_info[:2] == MINOR:
        return None
    return (f"the judge is CPython {JUDGE} (any 3.11 will do); "
            f"this is {sys.implementation.name} {sys.version.split()[0]}: "
            f"nothing was recorded")
