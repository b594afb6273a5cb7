# A lock is held inside `async with` and free again after it, also when the block raises; a free lock can't be released.
import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
    await lock.acquire()
    print(lock.locked())
    lock.release()
    print(lock.locked())
    async with lock:
        print(lock.locked())
    print(lock.locked())
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError as error:
        print(error, lock.locked())

asyncio.run(main())
