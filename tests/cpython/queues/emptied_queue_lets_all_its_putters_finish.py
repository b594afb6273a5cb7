# Four putters at a queue of two places, which another task empties once: all of them get in.
import asyncio

async def main():
    queue = asyncio.Queue(2)
    taken = []

    async def bring(item):
        await queue.put(item)

    async def empty_it():
        await asyncio.sleep(0)
        for _ in range(queue.qsize()):
            taken.append(queue.get_nowait())

    async with asyncio.TaskGroup() as group:
        group.create_task(empty_it())
        for item in range(4):
            group.create_task(bring(item))
    print(taken, queue.qsize())
    print(queue.get_nowait(), queue.get_nowait())

asyncio.run(main())
