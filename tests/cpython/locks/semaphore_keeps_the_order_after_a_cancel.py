# The first of three waiters is cancelled: two releases let in the second and the third, in that order.
import asyncio

async def main():
    gate = asyncio.Semaphore(0)
    order = []

    async def enter(name):
        await gate.acquire()
        order.append(name)

    tasks = [asyncio.create_task(enter(1)), asyncio.create_task(enter(2)), asyncio.create_task(enter(3))]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    gate.release()
    gate.release()
    ends = await asyncio.gather(tasks[0], tasks[1], tasks[2], return_exceptions=True)
    print(order, type(ends[0]).__name__, ends[1], ends[2])

asyncio.run(main())
