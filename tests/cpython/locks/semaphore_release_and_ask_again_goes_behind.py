# Released twice at once: the first waiter gets in, releases and asks again, and stands behind the second.
import asyncio

async def main():
    seat = asyncio.Semaphore(1)
    order = []

    async def once(name):
        await seat.acquire()
        order.append(name)

    async def again(name, later):
        await seat.acquire()
        order.append(name)
        seat.release()
        await seat.acquire()
        order.append(later)

    first = asyncio.create_task(once(1))
    second = asyncio.create_task(again(2, 4))
    third = asyncio.create_task(once(3))
    await asyncio.sleep(0)
    print(order)
    seat.release()
    seat.release()
    await asyncio.gather(first, second, third)
    print(order)

asyncio.run(main())
