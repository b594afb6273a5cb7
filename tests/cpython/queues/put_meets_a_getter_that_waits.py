# A getter waits already when the item is put, or a putter runs while its getter waits: either way one hand-over.
import asyncio

async def main():
    queue = asyncio.Queue()

    async def take():
        return await queue.get()

    async def bring():
        await queue.put("b")
        return True

    reader = asyncio.create_task(take())
    await asyncio.sleep(0)
    await queue.put("a")
    print(reader.done(), await reader)
    writer = asyncio.create_task(bring())
    print(await queue.get())
    print(writer.done(), writer.result())

asyncio.run(main())
