# A body that answers its cancelling with an error of its own: that error comes out in a group.
import asyncio

class Weary(Exception):
    pass

async def runner():
    async with asyncio.TaskGroup():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled")
            raise Weary("enough")

async def main():
    task = asyncio.create_task(runner())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except ExceptionGroup as failed:
        print([f"{type(error).__name__} {error}" for error in failed.exceptions])
    print(task.cancelled())

asyncio.run(main())
