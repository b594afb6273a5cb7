# Cancelling a task cancels the future it waits for at once; the task hears of it a turn later.
import asyncio

async def waits(future):
    try:
        await future
    finally:
        print("waits ends")

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    task.cancel()
    print(future.cancelled(), task.done())
    await asyncio.sleep(0)
    print(task.cancelled())

asyncio.run(main())
