# Five tasks pass the same barrier twice: nobody is in the second round before all are through the first.
import asyncio

async def main():
    lap = asyncio.Barrier(5)
    passed = []

    async def runner(name):
        async with lap:
            passed.append(f"{name}1")
            async with lap as number:
                passed.append(f"{name}2")
                return number

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    ends = await asyncio.gather(*tasks)
    print(passed)
    print(ends, sorted(ends), lap.n_waiting, lap.broken)

asyncio.run(main())
