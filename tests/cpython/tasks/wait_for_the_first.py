# wait(FIRST_COMPLETED) comes back with the first that is done; the others stay pending and go on.
import asyncio

async def sleeps(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    slow = asyncio.create_task(sleeps(1))
    quick = asyncio.create_task(sleeps(0.1))
    done, pending = await asyncio.wait([quick, slow], return_when=asyncio.FIRST_COMPLETED)
    print(quick in done, slow in pending, slow.done(), f"{loop.time() - start:.1f}")
    print(await slow, f"{loop.time() - start:.1f}")

asyncio.run(main())
