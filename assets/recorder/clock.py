"""The clock a recorded program lives by, in whole nanoseconds."""

NS_PER_SECOND = 1_000_000_000


def to_ns(seconds):
    """Seconds, rounded to the nanosecond."""
    return round(seconds * NS_PER_SECOND)


class VirtualClock:
    """Time that moves only when it is told to."""

    name = "virtual"

    def __init__(self):
        self.now_ns = 0

    def time(self):
        return self.now_ns / NS_PER_SECOND

    def time_ns(self):
        return self.now_ns

    def move_to(self, at_ns):
        assert at_ns >= self.now_ns, "time never falls"
        self.now_ns = at_ns
