"""Names within one run: the second `say` is `say 2`."""


class Names:
    def __init__(self):
        self._used = {}

    def take(self, base):
        count = self._used[base] = self._used.get(base, 0) + 1
        return base if count == 1 else f"{base} {count}"

    def give_back(self, base):
        """Undo the latest `take(base)`."""
        self._used[base] -= 1


def of_call(name, arguments):
    """What a lane shows: `send_message("John Doe")`."""
    shown = [_shown(value) for value in arguments if _is_plain(value)]
    return f"{name}({', '.join(shown)})" if shown else name


def of_error(error):
    """`Type: text`, or `Type` alone; a group with its parts."""
    name, text = type(error).__name__, _text(error)
    said = f"{name}: {text}" if text else name
    if isinstance(error, BaseExceptionGroup):
        parts = "; ".join(of_error(part) for part in error.exceptions)
        said += f" [{parts}]"
    return said


_ON_ITSELF = "Task cannot await on itself"


def _text(error):
    """Without the repr of a task, which says where its file is."""
    text = str(error)
    return _ON_ITSELF if text.startswith(_ON_ITSELF) else text


def _is_plain(value):
    return value is None or isinstance(value, (str, int, float))


def _shown(value):
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return repr(value)
