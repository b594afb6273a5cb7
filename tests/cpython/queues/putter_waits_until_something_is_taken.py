# A putter at a full queue waits until an item is taken, here by a callback of the loop's, 10 ms later.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue(maxsize=1)
    started = asyncio.Event()
    finished = False

    async def bringer():
        nonlocal finished
        started.set()
        await queue.put(1)
        await queue.put(2)
        finished = True

    loop.call_later(0.01, queue.get_nowait)
    task = asyncio.create_task(bringer())
    await started.wait()
    print(finished, queue.full())
    await task
    print(finished, queue.get_nowait(), queue.empty())

asyncio.run(main())
