# A group's block ends when all its tasks have ended, those created later in it too; it keeps their results and names.
import asyncio

async def answer(seconds, value):
    await asyncio.sleep(seconds)
    return value

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with asyncio.TaskGroup() as group:
        first = group.create_task(answer(0.1, 42))
        second = group.create_task(answer(0.2, 11), name="second")
    print(first.result(), second.result(), second.get_name())
    print(f"{loop.time() - start:.1f}")
    start = loop.time()
    async with asyncio.TaskGroup() as group:
        first = group.create_task(answer(0.1, 42))
        await asyncio.sleep(0.2)
        print(first.done())
        second = group.create_task(answer(0.2, 11))
    print(first.result(), second.result())
    print(f"{loop.time() - start:.1f}")

asyncio.run(main())
