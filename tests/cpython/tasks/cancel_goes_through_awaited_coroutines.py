# A cancel arrives at the innermost await and goes out through the coroutines that await it, until one catches it.
import asyncio

async def main():
    waiter = asyncio.get_running_loop().create_future()

    async def inner():
        try:
            await waiter
        except asyncio.CancelledError:
            print("inner")
            raise

    async def outer():
        try:
            await inner()
        except asyncio.CancelledError:
            print("outer catches it")

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    await task
    print(waiter.cancelled(), task.cancelled())

asyncio.run(main())
