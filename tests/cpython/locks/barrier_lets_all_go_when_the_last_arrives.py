# A barrier holds its parties until the last has arrived; each gets its own number, in order of arrival.
import asyncio

async def main():
    start = asyncio.Barrier(3)
    numbers = []

    async def runner():
        async with start as number:
            numbers.append(number)
        return number

    tasks = []
    for _ in range(3):
        tasks.append(asyncio.create_task(runner()))
        print(start.n_waiting)
    await asyncio.sleep(0)
    print(start.n_waiting, numbers)
    print(await asyncio.gather(tasks[0], tasks[1], tasks[2]))
    print(numbers, start.n_waiting, start.broken)

asyncio.run(main())
