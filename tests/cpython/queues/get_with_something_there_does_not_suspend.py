# put() where there is room and get() where there is an item come back at once: no other task runs in between.
import asyncio

async def other():
    print("other")

async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(other())
    await queue.put(1)
    print(await queue.get())
    queue.put_nowait(2)
    print(queue.get_nowait())
    await task

asyncio.run(main())
