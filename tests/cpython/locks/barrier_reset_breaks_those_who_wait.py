# reset() sends those who wait away with BrokenBarrierError and leaves an empty barrier that works; an empty one stays as it is.
import asyncio

async def main():
    start = asyncio.Barrier(5)
    await start.reset()
    print(start.n_waiting, start.broken)
    sent_away = []

    async def runner(name):
        try:
            await start.wait()
        except asyncio.BrokenBarrierError:
            sent_away.append(name)

    async def resetter():
        await start.reset()

    tasks = []
    for name in ["a", "b", "c", "d"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.sleep(0)
    print(start.n_waiting)
    reset = asyncio.create_task(resetter())
    await asyncio.gather(*tasks)
    print(sent_away, start.n_waiting, start.broken, reset.done())

asyncio.run(main())
