# Cancelling a wait_for, with a limit or without, cancels the task it waits for.
import asyncio

async def main():
    loop = asyncio.get_running_loop()

    async def blocked():
        await loop.create_future()

    async def caller(task, limit):
        await asyncio.wait_for(task, limit)

    for limit in [None, 60]:
        task = asyncio.create_task(blocked())
        waiting = asyncio.create_task(caller(task, limit))
        loop.call_soon(waiting.cancel)
        try:
            await waiting
        except asyncio.CancelledError:
            print("CancelledError", waiting.cancelled(), task.cancelled())

asyncio.run(main())
