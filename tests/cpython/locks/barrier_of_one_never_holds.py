# A barrier of one party lets each task through at once, again and again, always as number 0.
import asyncio

async def main():
    start = asyncio.Barrier(1)

    async def runner():
        return await start.wait()

    async with start as number:
        print(number)
    print(start.n_waiting, start.broken)
    first = asyncio.create_task(runner())
    await asyncio.sleep(0)
    print(first.done(), start.n_waiting)
    second = asyncio.create_task(runner())
    await asyncio.sleep(0)
    print(first.result(), second.result(), start.n_waiting, start.broken)

asyncio.run(main())
