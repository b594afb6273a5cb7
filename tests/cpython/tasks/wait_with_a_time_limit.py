# When wait()'s time is up it comes back with what is done; nobody is cancelled. One due at that time is done if it began before.
import asyncio

async def sleeps(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    loop = asyncio.get_running_loop()
    for limit in [0.15, 0.1]:
        for begun in [True, False]:
            start = loop.time()
            a = asyncio.create_task(sleeps(0.1))
            b = asyncio.create_task(sleeps(0.2))
            if begun:
                await asyncio.sleep(0)
            done, pending = await asyncio.wait([b, a], timeout=limit)
            print(limit, begun, a in done, b in pending)
            print(await b, f"{loop.time() - start:.1f}")

asyncio.run(main())
