# A getter at an empty queue waits until an item is put, here by a callback of the loop's, 10 ms later.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    started = asyncio.Event()
    finished = False

    async def taker():
        nonlocal finished
        started.set()
        item = await queue.get()
        finished = True
        return item

    task = asyncio.create_task(taker())
    await started.wait()
    print(finished)
    loop.call_later(0.01, queue.put_nowait, 1)
    print(await task, finished)

asyncio.run(main())
