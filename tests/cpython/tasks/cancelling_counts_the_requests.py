# cancel() counts the requests, and gives True each time until the task is done; each is told by cancelling().
import asyncio

async def works():
    await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(works())
    print(task.cancelling())
    print(task.cancel(), task.cancelling(), task.cancelled())
    print(task.cancel(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.cancelling())
    print(task.cancel(), task.cancelling())

asyncio.run(main())
