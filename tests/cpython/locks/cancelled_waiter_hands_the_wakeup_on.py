# A waiter that is cancelled, or that is woken and cancelled at once, hands the lock to the next one waiting.
import asyncio

async def enter(lock, name):
    await lock.acquire()
    print(f"{name} holds the lock")

async def cancelled_then_released():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(enter(lock, "first"))
    await asyncio.sleep(0)
    second = asyncio.create_task(enter(lock, "second"))
    first.cancel()
    lock.release()
    await asyncio.sleep(0)
    print(lock.locked(), first.cancelled(), second.done())
    await second

async def released_then_cancelled():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(enter(lock, "first"))
    second = asyncio.create_task(enter(lock, "second"))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    await second
    print(lock.locked(), first.cancelled())

async def main():
    await cancelled_then_released()
    await released_then_cancelled()

asyncio.run(main())
