# A getter cancelled before anything was put gets nothing: the item goes to the next getter.
import asyncio

async def take(queue, name):
    item = await queue.get()
    print(f"{name} got {item}")
    return item

async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(take(queue, "first"))
    second = asyncio.create_task(take(queue, "second"))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    print(first.cancelled())
    await queue.put("a")
    await asyncio.sleep(0)
    print(await second)

asyncio.run(main())
