# Cancelled while the block's body still runs: the body hears of it first, then the tasks, then CancelledError comes out.
import asyncio

async def main():
    heard = []

    async def works(name):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            heard.append(name)
            raise

    async def runner():
        async with asyncio.TaskGroup() as group:
            group.create_task(works("task"))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                heard.append("body")
                raise

    async def empty():
        async with asyncio.TaskGroup():
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                heard.append("empty")
                raise

    for coroutine in [runner(), empty()]:
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0.1)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", heard)

asyncio.run(main())
