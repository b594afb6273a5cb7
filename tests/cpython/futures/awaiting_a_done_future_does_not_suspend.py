# The first await of a future waits for its result; a second one, of the future that is done, comes back at once.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    steps = []

    async def reader():
        steps.append("begins")
        steps.append(await future)
        steps.append(await future)

    async def other():
        steps.append("other")

    task = asyncio.create_task(reader())
    await asyncio.sleep(0)
    print(steps)
    future.set_result(42)
    beside = asyncio.create_task(other())
    await task
    await beside
    print(steps)

asyncio.run(main())
