# The time was up and the task holds out; wait_for itself is cancelled then: it ends at once, the task goes on.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def stubborn():
        try:
            await asyncio.sleep(0.3)
        except asyncio.CancelledError:
            try:
                await asyncio.sleep(0.3)
            except asyncio.CancelledError:
                await asyncio.sleep(0.3)
        return 42

    async def caller():
        await asyncio.wait_for(inner, timeout=0.1)

    inner = asyncio.create_task(stubborn())
    task = asyncio.create_task(caller())
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", inner.done(), f"{loop.time() - start:.1f}")
    print(await inner, f"{loop.time() - start:.1f}")

asyncio.run(main())
