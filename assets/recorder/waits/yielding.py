"""A bare yield, and so asyncio.sleep(0): behind those already ready."""

REASON = "yield"


def matches(future, task):
    return future is None


def describe(wait):
    pass
