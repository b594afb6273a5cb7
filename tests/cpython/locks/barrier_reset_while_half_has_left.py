# reset() while a barrier drains breaks it for those still inside; those already out are out.
import asyncio

async def main():
    start = asyncio.Barrier(5)
    out = []
    broken = []

    async def runner(name):
        try:
            await start.wait()
        except asyncio.BrokenBarrierError:
            broken.append(name)
        else:
            out.append(name)
            if len(out) == 3:
                await start.reset()

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(out, broken, start.n_waiting, start.broken)

asyncio.run(main())
