# join() waits until task_done() was called for each item put; at an empty queue it comes back at once; one too many raises.
import asyncio

async def drain(queue, name):
    total = 0

    async def worker():
        nonlocal total
        while True:
            total += await queue.get()
            queue.task_done()

    for number in range(10):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker()), asyncio.create_task(worker())]
    await queue.join()
    print(name, total, queue.qsize())
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    await queue.join()
    await queue.join()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)

async def main():
    await drain(asyncio.Queue(), "first in, first out")
    await drain(asyncio.LifoQueue(), "last in, first out")
    await drain(asyncio.PriorityQueue(), "smallest first")

asyncio.run(main())
