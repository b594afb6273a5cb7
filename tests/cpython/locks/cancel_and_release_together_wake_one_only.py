# When the first waiter is cancelled just before the lock is released, exactly one of the others gets the lock.
import asyncio

async def main():
    lock = asyncio.Lock()
    asked = 0
    got = 0

    async def ask():
        nonlocal asked, got
        asked += 1
        await lock.acquire()
        got += 1

    def cancel_and_release():
        first.cancel()
        lock.release()

    await lock.acquire()
    first = asyncio.create_task(ask())
    second = asyncio.create_task(ask())
    third = asyncio.create_task(ask())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(cancel_and_release)
    try:
        await first
    except asyncio.CancelledError:
        print("first cancelled")
    print(asked, got)
    print(first.cancelled(), second.done(), third.done())
    third.cancel()
    await asyncio.sleep(0)
    print(third.cancelled(), lock.locked())

asyncio.run(main())
