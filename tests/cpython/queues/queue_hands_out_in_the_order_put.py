# A queue gives back in the order put, a LifoQueue the last one first, a PriorityQueue the smallest first.
import asyncio

async def fill_and_empty(queue):
    for item in [1, 3, 2]:
        await queue.put(item)
    items = []
    while not queue.empty():
        items.append(await queue.get())
    return items

async def main():
    print(await fill_and_empty(asyncio.Queue()))
    print(await fill_and_empty(asyncio.LifoQueue()))
    print(await fill_and_empty(asyncio.PriorityQueue()))

asyncio.run(main())
