# While a barrier drains, tasks that come back to it wait until the last of the round has left.
import asyncio

async def main():
    big = asyncio.Barrier(5)
    small = asyncio.Barrier(3)
    back_at_once = 2
    said = []

    async def runner(name):
        nonlocal back_at_once
        await big.wait()
        if back_at_once > 0:
            back_at_once -= 1
            said.append(f"{name} comes back")
            await big.wait()
        else:
            said.append(f"{name} stays out")
            await small.wait()
            await big.wait()
        said.append(f"{name} done")

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    for line in said:
        print(line)
    print(big.n_waiting, small.n_waiting)

asyncio.run(main())
