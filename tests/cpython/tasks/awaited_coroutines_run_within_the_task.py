# Awaiting coroutines is no switch: their results come back at once, before a task created earlier has begun.
import asyncio

async def one():
    return 42

async def two():
    return 1000

async def both():
    a = await one()
    b = await two()
    return a + b

async def other():
    print("other")

async def main():
    task = asyncio.create_task(other())
    print(await both())
    await task

asyncio.run(main())
