# abort() while some are still inside and others are back and blocked breaks it for both.
import asyncio

async def main():
    lap = asyncio.Barrier(5)
    broken_inside = []
    broken_outside = []
    out = 0

    async def runner(name):
        nonlocal out
        try:
            await lap.wait()
        except asyncio.BrokenBarrierError:
            broken_inside.append(name)
        else:
            out += 1
            if out > 2:
                print(f"{name} aborts")
                await lap.abort()
            else:
                try:
                    await lap.wait()
                except asyncio.BrokenBarrierError:
                    broken_outside.append(name)

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(broken_inside, broken_outside, lap.n_waiting, lap.broken)

asyncio.run(main())
