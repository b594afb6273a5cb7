"""Drops files on the one window of a display that takes drops, as a file manager does.

    DISPLAY=:1 python3 drop_source.py FILE...

The source's side of XDND 5: it owns the selection XdndSelection, tells the window that something comes (Enter), is over it
(Position) and is let go (Drop), and hands the paths out when they are asked for. Ends with status 1 and a line on stderr if
the window does not play along within some seconds.
"""

import ctypes
import sys
import time
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p, cast
from pathlib import Path

CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
XDND_VERSION = 5
ATOM_ATOM = 4
PROP_MODE_REPLACE = 0
DEADLINE_S = 20


class ClientMessage(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
                ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5)]


class SelectionRequest(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("owner", c_ulong),
                ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong), ("property", c_ulong),
                ("time", c_ulong)]


class SelectionNotify(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
                ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong), ("property", c_ulong),
                ("time", c_ulong)]


class Event(Union):
    _fields_ = [("type", c_int), ("client", ClientMessage), ("request", SelectionRequest), ("notify", SelectionNotify),
                ("room", c_long * 24)]


def library():
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = x.XInternAtom.restype = c_ulong
    x.XDefaultRootWindow.argtypes = x.XPending.argtypes = x.XFlush.argtypes = [c_void_p]
    x.XCreateSimpleWindow.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_uint, c_ulong, c_ulong]
    x.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x.XSetSelectionOwner.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
    x.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(Event)]
    x.XNextEvent.argtypes = [c_void_p, POINTER(Event)]
    x.XChangeProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong, c_int, c_int, c_char_p, c_int]
    x.XFree.argtypes = [c_void_p]
    x.XQueryTree.argtypes = [c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ulong)),
                             POINTER(c_uint)]
    x.XGetWindowProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong, POINTER(c_ulong),
                                     POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(POINTER(c_ubyte))]
    return x


class Source:
    def __init__(self, paths):
        self.x = library()
        self.display = self.x.XOpenDisplay(None)
        if not self.display:
            sys.exit("drop_source: no display")
        self.root = self.x.XDefaultRootWindow(self.display)
        self.window = self.x.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, 0, 0)
        self.uris = "".join(Path(path).resolve().as_uri() + "\r\n" for path in paths).encode()
        self.deadline = time.monotonic() + DEADLINE_S

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def children(self, window):
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        found = POINTER(c_ulong)()
        if not self.x.XQueryTree(self.display, window, byref(root), byref(parent), byref(found), byref(count)):
            return []
        windows = [found[i] for i in range(count.value)]
        if windows:
            self.x.XFree(cast(found, c_void_p))
        return windows

    def takes_drops(self, window):
        kind, form, count, left = c_ulong(), c_int(), c_ulong(), c_ulong()
        data = POINTER(c_ubyte)()
        self.x.XGetWindowProperty(self.display, window, self.atom("XdndAware"), 0, 1, 0, ATOM_ATOM, byref(kind),
                                  byref(form), byref(count), byref(left), byref(data))
        if data:
            self.x.XFree(cast(data, c_void_p))
        return count.value > 0

    def target(self):
        level = [self.root]
        while level:
            level = [child for window in level for child in self.children(window)]
            for window in level:
                if self.takes_drops(window):
                    return window
        sys.exit("drop_source: no window takes drops")

    def tell(self, target, message, *data):
        event = Event()
        event.client.type = CLIENT_MESSAGE
        event.client.window = target
        event.client.message_type = self.atom(message)
        event.client.format = 32
        event.client.data[:] = (self.window, *data)
        self.x.XSendEvent(self.display, target, 0, 0, byref(event))
        self.x.XFlush(self.display)

    def hand_out(self, request):
        """Puts the paths where they are asked for, and says so."""
        self.x.XChangeProperty(self.display, request.requestor, request.property, request.target, 8, PROP_MODE_REPLACE,
                               self.uris, len(self.uris))
        event = Event()
        event.notify.type = SELECTION_NOTIFY
        event.notify.requestor = request.requestor
        event.notify.selection = request.selection
        event.notify.target = request.target
        event.notify.property = request.property
        event.notify.time = request.time
        self.x.XSendEvent(self.display, request.requestor, 0, 0, byref(event))
        self.x.XFlush(self.display)

    def answer_until(self, message):
        """Answers what is asked until that message comes; gives its data."""
        wanted = self.atom(message)
        event = Event()
        while time.monotonic() < self.deadline:
            if not self.x.XPending(self.display):
                time.sleep(0.005)
                continue
            self.x.XNextEvent(self.display, byref(event))
            if event.type == SELECTION_REQUEST:
                self.hand_out(event.request)
            elif event.type == CLIENT_MESSAGE and event.client.message_type == wanted:
                return list(event.client.data)
        sys.exit(f"drop_source: no {message} from the window")

    def drop(self, x, y):
        target = self.target()
        self.x.XSetSelectionOwner(self.display, self.atom("XdndSelection"), self.window, 0)
        self.tell(target, "XdndEnter", XDND_VERSION << 24, self.atom("text/uri-list"), 0, 0)
        self.tell(target, "XdndPosition", 0, x << 16 | y, 0, self.atom("XdndActionCopy"))
        accepts = self.answer_until("XdndStatus")[1] & 1
        if not accepts:
            sys.exit("drop_source: the window does not take it")
        self.tell(target, "XdndDrop", 0, 0, 0, 0)
        self.answer_until("XdndFinished")


if __name__ == "__main__":
    Source(sys.argv[1:]).drop(4, 4)  # where nothing is that would show the pointer over it
