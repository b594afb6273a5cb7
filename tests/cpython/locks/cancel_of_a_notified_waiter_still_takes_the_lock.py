# A notified waiter that queues for the lock is cancelled just before the lock comes free: it takes it, and is cancelled then.
import asyncio

async def main():
    cond = asyncio.Condition()

    async def waiter():
        return await cond.wait()

    await cond.acquire()
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(cond.locked())
    await cond.acquire()
    cond.notify()
    loop = asyncio.get_running_loop()
    loop.call_soon(task.cancel)
    loop.call_soon(cond.release)
    try:
        print("woken", await task)
    except asyncio.CancelledError:
        print("cancelled")
    print(cond.locked(), task.cancelled())

asyncio.run(main())
