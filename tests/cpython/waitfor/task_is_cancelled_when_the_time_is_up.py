# When the time is up the task is cancelled, its clean-up runs, and then TimeoutError comes out of wait_for.
import asyncio

async def works():
    print("begins")
    try:
        await asyncio.sleep(10)
    finally:
        print("ends")
    return "done"

async def main():
    task = asyncio.create_task(works())
    try:
        await asyncio.wait_for(task, 0.1)
    except TimeoutError:
        print("TimeoutError", task.done(), task.cancelled())

asyncio.run(main())
