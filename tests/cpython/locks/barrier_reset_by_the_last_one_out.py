# The last to leave resets the barrier while the others are back and wait: they are not disturbed, for nobody was inside.
import asyncio

async def main():
    lap = asyncio.Barrier(5)
    second_round = []
    broken = []
    third_round = []
    out = 0

    async def runner(name):
        nonlocal out
        await lap.wait()
        out += 1
        if out == 5:
            await lap.reset()
            await lap.wait()
        else:
            try:
                await lap.wait()
                second_round.append(name)
            except asyncio.BrokenBarrierError:
                broken.append(name)
        await lap.wait()
        third_round.append(name)

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(second_round, broken, third_round, lap.n_waiting, lap.broken)

asyncio.run(main())
