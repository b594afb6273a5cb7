# Tasks that a reset sent away come back at once and, with one more, make a full round.
import asyncio

async def main():
    start = asyncio.Barrier(5)
    sent_away = []
    through = []

    async def stubborn(name):
        try:
            await start.wait()
        except asyncio.BrokenBarrierError:
            sent_away.append(name)
        finally:
            await start.wait()
            through.append(name)

    async def resetter():
        await start.reset()

    async def last():
        async with start:
            through.append("last")

    tasks = []
    for name in ["a", "b", "c", "d"]:
        tasks.append(asyncio.create_task(stubborn(name)))
    reset = asyncio.create_task(resetter())
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(last()))
    await asyncio.gather(*tasks)
    print(sent_away, through, reset.done(), start.n_waiting, start.broken)

asyncio.run(main())
