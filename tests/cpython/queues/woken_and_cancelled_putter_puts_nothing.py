# A putter that was woken for a free place and is cancelled before it runs has put nothing; asked again, it puts once.
import asyncio

async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)

    async def bring():
        await queue.put(2)

    writer = asyncio.create_task(bring())
    await asyncio.sleep(0)
    print(queue.get_nowait())
    writer.cancel()
    try:
        await writer
    except asyncio.CancelledError:
        print("cancelled", queue.qsize())
        writer = asyncio.create_task(bring())
        await writer
    print(queue.get_nowait(), queue.qsize())

asyncio.run(main())
