# The holder releases and the first waiter is cancelled in the same turn: the lock goes to the second waiter.
import asyncio

async def hold(name, lock, until):
    await lock.acquire()
    print(f"{name} in")
    try:
        if until is not None:
            await until
    finally:
        lock.release()
        print(f"{name} out")

async def main():
    lock = asyncio.Lock()
    bell = asyncio.get_running_loop().create_future()
    first = asyncio.create_task(hold("first", lock, bell))
    await asyncio.sleep(0)
    second = asyncio.create_task(hold("second", lock, None))
    await asyncio.sleep(0)
    third = asyncio.create_task(hold("third", lock, None))
    await asyncio.sleep(0)
    bell.set_result(None)
    second.cancel()
    await asyncio.sleep(0)
    print(lock.locked(), first.done(), second.cancelled())
    await third
    print(lock.locked())

asyncio.run(main())
