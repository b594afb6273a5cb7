# A get() whose time is up is forgotten: a later item stays in the queue for the next who asks.
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=5)
    try:
        await asyncio.wait_for(queue.get(), 0.1)
    except TimeoutError:
        print("nothing came")
    queue.put_nowait("late")
    await asyncio.sleep(0)
    print(queue.qsize(), await queue.get())

asyncio.run(main())
