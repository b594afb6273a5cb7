"""Standard output of a recorded program: an event a line."""

import io

from .frames import acting_line


class OutputLines(io.TextIOBase):
    """Stands in for `sys.stdout`; `echo` also gets what is written."""

    encoding = "utf-8"

    def __init__(self, session, echo=None):
        self._session = session
        self._echo = echo
        self._begun = ""

    def writable(self):
        return True

    def write(self, text):
        if self._echo is not None:
            self._echo.write(text)
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._say(line)
        return len(text)

    def finish(self):
        """Report a last line that was never ended."""
        if self._begun:
            self._say(self._begun)
            self._begun = ""

    def _say(self, text):
        session = self._session
        if session.job is not None:
            session.job.say(text)
        else:
            session.emit("output", session.current,
                         acting_line(session.listing), text=text)
