# The group is cancelled from outside, and its tasks fail in their clean-up: their errors come out, not the CancelledError.
import asyncio

async def fails_when_cancelled(number):
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError(number)

async def runner():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(fails_when_cancelled(number))
        await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(runner())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as failed:
        print(len(failed.exceptions), type(failed.exceptions[0]).__name__)
    print(task.cancelled(), task.cancelling())

asyncio.run(main())
