# A task cancelled in a condition's wait() takes the lock again before the CancelledError comes out of it.
import asyncio

async def main():
    cond = asyncio.Condition()

    async def waiter():
        try:
            await cond.wait()
        except asyncio.CancelledError:
            print("cancelled, locked again:", cond.locked())
            raise

    await cond.acquire()
    task = asyncio.create_task(waiter())
    asyncio.get_running_loop().call_soon(task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("waiter is gone", cond.locked())
    cond.notify()
    cond.release()
    print(cond.locked())

asyncio.run(main())
