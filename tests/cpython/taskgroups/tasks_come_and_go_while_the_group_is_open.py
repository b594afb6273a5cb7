# Tasks begun one after the other while the body runs: the early ones end long before the block, which waits for none twice.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    running = 0

    async def job():
        nonlocal running
        running += 1
        await asyncio.sleep(0.3)
        running -= 1

    async with asyncio.TaskGroup() as group:
        for number in range(10):
            await asyncio.sleep(0.1)
            group.create_task(job())
            if number == 5:
                print("few at a time", running < 5)
        await asyncio.sleep(1.3)
        print(running)
    print(f"{loop.time() - start:.1f}")

asyncio.run(main())
