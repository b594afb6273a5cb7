# Cancelling who waits in wait() does not cancel what is waited for: it goes on.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    steps = []

    async def inner():
        await future
        steps.append("inner goes on")

    async def outer(task):
        await asyncio.wait([task])
        steps.append("not reached")

    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("CancelledError", task.done())
    future.set_result(None)
    await asyncio.sleep(0)
    print(steps, task.done())

asyncio.run(main())
