# Of three getters two are woken and one of those is cancelled at once: it wakes the third, and no item is lost.
import asyncio

async def main():
    queue = asyncio.Queue()

    async def take(name):
        item = await queue.get()
        print(f"{name} got {item}")
        return item

    async with asyncio.TaskGroup() as group:
        first = group.create_task(take("first"))
        second = group.create_task(take("second"))
        third = group.create_task(take("third"))
        await asyncio.sleep(0)
        queue.put_nowait(1)
        queue.put_nowait(2)
        first.cancel()
        try:
            await first
        except asyncio.CancelledError:
            print("first cancelled")
        await third
    print(second.result(), third.result(), queue.empty())

asyncio.run(main())
