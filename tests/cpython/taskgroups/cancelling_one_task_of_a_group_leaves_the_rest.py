# A task of a group that is cancelled by hand just ends: the group goes on, may get new tasks, and raises nothing.
import asyncio

async def answer(seconds, value):
    await asyncio.sleep(seconds)
    return value

async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(answer(1, 42))
        await asyncio.sleep(0.15)
        first.cancel()
        second = group.create_task(answer(0.2, 11))
    print(first.cancelled(), second.result())

asyncio.run(main())
