# Each get from a full queue lets in one putter that waits, the first that came.
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=1)

    async def bring(item):
        await queue.put(item)
        print(f"{item} is in")

    tasks = [asyncio.create_task(bring("a")), asyncio.create_task(bring("b")), asyncio.create_task(bring("c"))]
    print(await queue.get())
    print(await queue.get())
    print(await queue.get(), queue.empty())
    await asyncio.gather(*tasks)

asyncio.run(main())
