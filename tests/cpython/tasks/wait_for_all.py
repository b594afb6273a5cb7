# wait() comes back when all are done, a failed one too, and takes no time if they are; it raises nothing itself.
import asyncio

async def sleeps(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    a = asyncio.create_task(sleeps(0.1))
    b = asyncio.create_task(sleeps(0.2))
    for _ in range(2):
        done, pending = await asyncio.wait([b, a])
        print(len(done), len(pending), a in done, b in done, f"{loop.time() - start:.1f}")
    c = asyncio.create_task(sleeps(0.1))
    d = asyncio.create_task(fails(0.2))
    for _ in range(2):
        done, pending = await asyncio.wait([d, c])
        print(len(done), len(pending), type(d.exception()).__name__, f"{loop.time() - start:.1f}")

asyncio.run(main())
