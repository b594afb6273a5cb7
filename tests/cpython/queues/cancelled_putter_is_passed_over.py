# Of the putters that wait, the one cancelled brings nothing; the place that comes free goes to the other.
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=1)

    async def bring(item):
        await queue.put(item)
        return item

    first = asyncio.create_task(bring("a"))
    second = asyncio.create_task(bring("b"))
    third = asyncio.create_task(bring("x"))
    await asyncio.sleep(0)
    print(first.done(), second.done(), third.done())
    third.cancel()
    await asyncio.sleep(0)
    print(third.cancelled(), queue.get_nowait())
    await asyncio.sleep(0)
    print(queue.get_nowait(), await second)
    queue.put_nowait("c")
    fourth = asyncio.create_task(bring("y"))
    await asyncio.sleep(0)
    fourth.cancel()
    try:
        await fourth
    except asyncio.CancelledError:
        print("fourth cancelled", queue.qsize())
    print(queue.get_nowait())
    await asyncio.sleep(0)
    print(queue.empty())

asyncio.run(main())
