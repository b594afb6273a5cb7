"""The one lock of Python's interpreter: who computes in a thread holds it.

A job that computes in a thread takes it whole, in the order in which jobs are
started, and so does the loop's own `work`. As each says at once how long it
will take, all there is to know is when the last of them lets go.
"""


class InterpreterLock:
    def __init__(self):
        self._free_at_ns = 0

    def wait_ns(self, now_ns):
        """How long who asks for it now has to wait."""
        return max(0, self._free_at_ns - now_ns)

    def take(self, now_ns, duration_ns):
        """Hold it as soon as it is free; the time at which that one is done."""
        self._free_at_ns = now_ns + self.wait_ns(now_ns) + duration_ns
        return self._free_at_ns
