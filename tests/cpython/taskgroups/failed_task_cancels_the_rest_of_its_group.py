# The first failure cancels the group's other tasks; what comes out is a group of the errors; after the block nothing runs.
import asyncio

async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("first")

async def works():
    try:
        await asyncio.sleep(1)
        print("not reached")
    except asyncio.CancelledError:
        print("works is cancelled")
        raise

async def runner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        group.create_task(works())
    print("not reached")

async def main():
    task = asyncio.create_task(runner())
    try:
        await task
    except ExceptionGroup as failed:
        for error in failed.exceptions:
            print(type(error).__name__, error)
    print(task.done(), task.cancelled())

asyncio.run(main())
