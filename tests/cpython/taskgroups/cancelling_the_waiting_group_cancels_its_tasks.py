# Who waits at the end of a group's block is cancelled: so are the group's tasks, and CancelledError comes out, no group of errors.
import asyncio

async def main():
    cancelled = []

    async def works(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            cancelled.append(name)
            raise

    async def runner():
        async with asyncio.TaskGroup() as group:
            for name in ["a", "b", "c"]:
                group.create_task(works(name))
        print("not reached")

    task = asyncio.create_task(runner())
    await asyncio.sleep(0.1)
    print(task.done())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", len(cancelled))
    print(task.cancelled())

asyncio.run(main())
