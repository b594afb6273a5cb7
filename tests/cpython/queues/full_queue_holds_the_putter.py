# A putter waits at a full queue and goes on once something was taken.
import asyncio

async def main():
    shelf = asyncio.Queue(maxsize=2)
    done = []

    async def stock():
        for item in range(3):
            await shelf.put(item)
            done.append(item)
        return "stocked"

    task = asyncio.create_task(stock())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(done, shelf.full())
    print(await shelf.get())
    await asyncio.sleep(0)
    print(done)
    print(await shelf.get(), await shelf.get())
    print(task.done(), task.result())

asyncio.run(main())
