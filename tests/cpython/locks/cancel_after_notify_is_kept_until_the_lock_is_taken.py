# A waiter that was notified and is cancelled while it queues for the lock is told so only when it has the lock.
import asyncio

async def main():
    cond = asyncio.Condition()

    async def waiter():
        async with cond:
            print("waits")
            try:
                await cond.wait()
            except asyncio.CancelledError:
                print("cancelled with the lock:", cond.locked())
                raise

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    await cond.acquire()
    cond.notify()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print("still queueing", task.done())
    cond.release()
    await asyncio.sleep(0)
    print(task.cancelled(), cond.locked())

asyncio.run(main())
