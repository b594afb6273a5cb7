"""Any other future."""

REASON = "future"


def matches(future, task):
    return True


def describe(wait):
    """A stage to come names futures that the listing makes."""
