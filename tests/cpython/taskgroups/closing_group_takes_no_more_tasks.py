# A group in which a task has failed takes no more tasks: create_task raises RuntimeError, and the coroutine is still to be awaited.
import asyncio

async def fails():
    await asyncio.sleep(0.001)
    raise ValueError("failed")

async def asks_for_more(group):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        more = fails()
        try:
            group.create_task(more)
        except RuntimeError as error:
            print(type(error).__name__)
        try:
            await more
        except ValueError as error:
            print("awaited by hand:", error)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(asks_for_more(group))
    except ExceptionGroup as failed:
        print([str(error) for error in failed.exceptions])

asyncio.run(main())
