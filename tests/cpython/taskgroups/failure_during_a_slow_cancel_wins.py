# Cancelled from outside, the body takes its time to clean up; a task fails meanwhile: its error comes out, not the CancelledError.
import asyncio

async def fails_soon():
    await asyncio.sleep(0.3)
    raise ValueError("meanwhile")

async def runner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails_soon())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cleaning up")
            await asyncio.sleep(0.5)
            print("cleaned up")
            raise

async def by_way_of_a_task():
    await asyncio.create_task(runner())

async def main():
    for coroutine in [runner(), by_way_of_a_task()]:
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0.1)
        task.cancel()
        try:
            await task
        except ExceptionGroup as failed:
            print([str(error) for error in failed.exceptions])
        print(task.cancelled())

asyncio.run(main())
