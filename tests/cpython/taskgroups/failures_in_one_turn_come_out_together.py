# Three tasks that fail in the same turn give a group of three errors; the fourth and the body itself are cancelled.
import asyncio

async def fails(number):
    await asyncio.sleep(0.1)
    raise ValueError(number)

async def waits():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("task cancelled")
        raise

async def runner():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(fails(number))
        group.create_task(waits())
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("body cancelled")
            raise
    print("not reached")

async def main():
    try:
        await asyncio.create_task(runner())
    except ExceptionGroup as failed:
        print(len(failed.exceptions))
        for error in failed.exceptions:
            print(type(error).__name__, error)

asyncio.run(main())
