"""What tasks share: locks, queues, futures …, one module each.

Each class is asyncio's own and decides nothing: it only tells when it is made
(`resource_created`) and when something comes of it (`resource_changed`),
before that wakes anybody. It is told of as `_resource`. `alterations.py` puts
them in asyncio's place, for the listing alone: what asyncio makes for itself
(the lock in a barrier, the queue in as_completed) stays its own affair.
"""

from .barrier import Barrier
from .condition import Condition
from .event import Event
from .future import Future
from .lock import Lock
from .queue import LifoQueue, PriorityQueue, Queue
from .semaphore import BoundedSemaphore, Semaphore

IN_ASYNCIO = (Barrier, BoundedSemaphore, Condition, Event, Future, LifoQueue,
              Lock, PriorityQueue, Queue, Semaphore)
