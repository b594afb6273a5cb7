# A getter that was woken for an item and is cancelled before it runs leaves the item in the queue.
import asyncio

async def main():
    queue = asyncio.Queue()

    async def take():
        return await queue.get()

    reader = asyncio.create_task(take())
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    reader.cancel()
    try:
        await reader
    except asyncio.CancelledError:
        print("cancelled", queue.qsize())
        reader = asyncio.create_task(take())
        await reader
    print(reader.result(), queue.qsize())

asyncio.run(main())
