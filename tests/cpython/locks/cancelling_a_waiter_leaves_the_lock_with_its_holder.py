# A task cancelled while it waits for a lock goes away; who holds the lock keeps it, and nobody is left to wake.
import asyncio

async def wait_for_it(lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print("went away at the door")
        raise

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    visitor = asyncio.create_task(wait_for_it(lock))
    asyncio.get_running_loop().call_soon(visitor.cancel)
    try:
        await visitor
    except asyncio.CancelledError:
        print("visitor cancelled", lock.locked())
    lock.release()
    print(lock.locked())
    async with lock:
        print("free for the next")

asyncio.run(main())
