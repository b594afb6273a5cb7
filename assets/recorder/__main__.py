"""`python3 -m recorder …`, or `python3 assets/recorder …`."""

import os
import sys

if not __package__:
    # Run as a folder: its own modules must not shadow the standard library's.
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [p for p in sys.path if os.path.abspath(p or ".") != here]
    sys.path.insert(0, os.path.dirname(here))

from recorder.cli import main

sys.exit(main())
