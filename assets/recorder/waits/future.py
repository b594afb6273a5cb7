"""Any other future."""

REASON = "future"


def matches(future, task):
    return True


def describe(wait):
    """Only those that the listing makes have names."""
    wait.on_resource(wait.future)
