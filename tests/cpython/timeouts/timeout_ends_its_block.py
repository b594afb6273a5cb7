# When the time is up, the task in the block is cancelled there, and TimeoutError comes out of the block.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled within")
                raise
    except TimeoutError:
        print("TimeoutError")
    print(limit.expired(), f"{loop.time() - start:.1f}")
    deadline = loop.time() + 0.2
    try:
        async with asyncio.timeout_at(deadline) as limit:
            await asyncio.sleep(10)
    except TimeoutError:
        print("TimeoutError")
    print(limit.expired(), limit.when() == deadline, f"{loop.time() - start:.1f}")

asyncio.run(main())
