# wait_for is cancelled: it cancels what it waits for and ends only when that has ended, even if it takes its time.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    exited = False

    async def stubborn():
        nonlocal exited
        try:
            await asyncio.sleep(0.2)
        except asyncio.CancelledError:
            await asyncio.sleep(0.2)
        exited = True

    async def caller():
        return await asyncio.wait_for(stubborn(), 0.4)

    task = asyncio.create_task(caller())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print(exited, task.cancelled(), f"{loop.time() - start:.1f}")

asyncio.run(main())
