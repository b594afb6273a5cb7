# A task that catches its TimeoutError goes on and finishes: nothing of the cancelling stays with it.
import asyncio

async def patient():
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(10)
    except TimeoutError:
        print("TimeoutError", asyncio.current_task().cancelling())
    await asyncio.sleep(0.1)
    return "done"

async def main():
    task = asyncio.create_task(patient())
    print(await task, task.cancelled(), task.done())

asyncio.run(main())
