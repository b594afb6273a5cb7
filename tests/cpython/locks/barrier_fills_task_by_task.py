# n_waiting counts who has arrived; the third of three opens the barrier and leaves it empty, ready for the next round.
import asyncio

async def main():
    start = asyncio.Barrier(3)

    async def runner():
        return await start.wait()

    first = asyncio.create_task(runner())
    await asyncio.sleep(0)
    print(start.n_waiting)
    second = asyncio.create_task(runner())
    await asyncio.sleep(0)
    print(start.n_waiting)
    third = asyncio.create_task(runner())
    await asyncio.sleep(0)
    await asyncio.wait([first, second, third])
    print(start.n_waiting, start.broken)
    print(first.result(), second.result(), third.result())

asyncio.run(main())
