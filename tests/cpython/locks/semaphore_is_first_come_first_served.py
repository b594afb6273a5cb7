# A task that releases a semaphore and asks again at once goes behind those who wait already.
import asyncio

async def two_rounds(seat, name, order):
    for number in range(2):
        await seat.acquire()
        order.append(f"{name}{number}")
        await asyncio.sleep(0.01)
        seat.release()

async def main():
    seat = asyncio.Semaphore(1)
    order = []
    async with asyncio.TaskGroup() as group:
        for name in ["a", "b", "c"]:
            group.create_task(two_rounds(seat, name, order))
    print(order)

asyncio.run(main())
