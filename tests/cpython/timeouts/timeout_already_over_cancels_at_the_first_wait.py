# A timeout of nothing, or one in the past, ends the block at its first suspension, even a bare sleep(0).
import asyncio

async def waits(limit, seconds):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(limit) as within:
            print("begins")
            await asyncio.sleep(seconds)
            print("not reached")
    except TimeoutError:
        print("TimeoutError", within.expired(), within.when() <= loop.time(), f"{loop.time() - start:.1f}")

async def main():
    await waits(0, 10)
    await waits(0, 0)
    await waits(-11, 0)

asyncio.run(main())
