"""Records what a Python program does, as an Interleave trace.

The program runs on CPython's own asyncio; the recorder lends it a clock and
writes down what happens. It is the judge that our own runtime is held
against, so what it alters stands in one place: `alterations.py`.

    python3 -m recorder LISTING --set page_time=0.3 -o trace.jsonl
"""
