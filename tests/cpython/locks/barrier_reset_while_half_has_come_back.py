# reset() while some are still inside and others are back and blocked: only those inside are broken, all meet in the next round.
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
            await lap.wait()
        else:
            out += 1
            if out > 2:
                print(f"{name} resets")
                await lap.reset()
                await lap.wait()
            else:
                try:
                    await lap.wait()
                except asyncio.BrokenBarrierError:
                    broken_outside.append(name)
        print(f"{name} done")

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(broken_inside, broken_outside, lap.n_waiting, lap.broken)

asyncio.run(main())
