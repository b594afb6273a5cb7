# The future that a task awaits is cancelled: the task is too, whether or not it is cancelled itself at the same time.
import asyncio

async def waits(future):
    await future
    return 12

async def main():
    loop = asyncio.get_running_loop()
    for both in [False, True]:
        future = loop.create_future()
        task = asyncio.create_task(waits(future))
        await asyncio.sleep(0)
        future.cancel()
        if both:
            print(task.cancel())
        try:
            await task
        except asyncio.CancelledError:
            print("CancelledError", future.cancelled(), task.cancelled(), task.cancelling())

asyncio.run(main())
