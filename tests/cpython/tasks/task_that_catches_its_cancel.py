# A task may catch its CancelledError: return, and be finished, not cancelled; or go on to await something else.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    second = loop.create_future()

    async def returns():
        await first
        try:
            await second
        except asyncio.CancelledError:
            return 42

    task = asyncio.create_task(returns())
    await asyncio.sleep(0)
    first.set_result(None)
    await asyncio.sleep(0)
    task.cancel()
    print(second.cancelled())
    print(await task, task.cancelled(), task.cancelling())

    second = loop.create_future()
    third = loop.create_future()

    async def ignores():
        await first
        try:
            await second
        except asyncio.CancelledError:
            print("ignored")
        return await third

    task = asyncio.create_task(ignores())
    await asyncio.sleep(0)
    task.cancel()
    print(second.cancelled(), third.cancelled())
    await asyncio.sleep(0)
    third.set_result(42)
    print(await task, third.cancelled(), task.cancelled())

asyncio.run(main())
