# A task is cancelled by a callback before its first step, asleep, or at a bare sleep(0): it ends there, and only once.
import asyncio

async def sleeps():
    print("sleeps")
    await asyncio.sleep(10)
    return 12

async def yields():
    print("yields")
    await asyncio.sleep(0)
    print("not reached")
    await asyncio.sleep(0)
    return 12

async def end_of(task):
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", task.done(), task.cancelled(), task.cancel())

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sleeps())
    loop.call_soon(task.cancel)
    await end_of(task)
    task = asyncio.create_task(sleeps())
    task.cancel()
    await end_of(task)
    task = asyncio.create_task(yields())
    await asyncio.sleep(0)
    task.cancel()
    await end_of(task)

asyncio.run(main())
