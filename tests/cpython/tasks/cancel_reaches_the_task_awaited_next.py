# A task cancels itself and then awaits another task: that one is cancelled at once, and what it waits for with it.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    inner = None

    async def nested():
        await future

    async def outer():
        nonlocal inner
        inner = asyncio.create_task(nested())
        await asyncio.sleep(0)
        asyncio.current_task().cancel()
        await inner

    task = asyncio.create_task(outer())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), inner.cancelled(), future.cancelled())

asyncio.run(main())
