# The task takes a while to clean up after the time is up: TimeoutError comes only after that, with a limit of 0 as well.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    async def works():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(0.1)
            raise
        finally:
            print("cleaned up", f"{loop.time() - start:.1f}")

    for limit in [0.1, 0]:
        start = loop.time()
        task = asyncio.create_task(works())
        await asyncio.sleep(0.1)
        try:
            await asyncio.wait_for(task, timeout=limit)
        except TimeoutError:
            print("TimeoutError", task.cancelled(), f"{loop.time() - start:.1f}")

asyncio.run(main())
