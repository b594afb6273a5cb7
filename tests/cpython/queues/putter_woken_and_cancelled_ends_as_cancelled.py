# A putter already woken by a get and then cancelled ends as cancelled, with no other error, and wakes the next putter.
import asyncio

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)

    async def bring(item):
        await queue.put(item)

    first = asyncio.create_task(bring(2))
    second = asyncio.create_task(bring(3))
    await asyncio.sleep(0)
    queue.get_nowait()
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        print("cancelled")
    await second
    print(queue.get_nowait(), queue.empty())

asyncio.run(main())
