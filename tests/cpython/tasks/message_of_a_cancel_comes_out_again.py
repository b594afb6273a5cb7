# The message given to cancel() is the CancelledError's: at the task's await, at its result() and at its exception(); begun or not.
import asyncio

async def sleeps():
    await asyncio.sleep(10)

async def asks_for_the_result(task):
    await asyncio.wait([task])
    task.result()

async def asks_for_the_error(task):
    await asyncio.wait([task])
    task.exception()

async def awaits(task):
    await task

async def main():
    for begun in [True, False]:
        for ask in [asks_for_the_result, asks_for_the_error, awaits]:
            task = asyncio.create_task(sleeps())
            if begun:
                await asyncio.sleep(0)
            task.cancel("my message")
            try:
                await ask(task)
            except asyncio.CancelledError as error:
                print(error.args)
    task = asyncio.create_task(sleeps())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    future = asyncio.get_running_loop().create_future()
    future.cancel("of a future")
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args)

    async def gathers():
        await asyncio.gather(asyncio.sleep(1), return_exceptions=True)

    task = asyncio.create_task(gathers())
    await asyncio.sleep(0.1)
    task.cancel("by way of a gather")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)

asyncio.run(main())
