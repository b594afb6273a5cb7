# A task fails, the body is cancelled for it and fails in its clean-up: both errors come out, and nothing of the cancelling is left.
import asyncio

async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("task")

async def fails_at_once():
    raise ValueError("at once")

async def body():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("body")

async def runner(failing):
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing)
            await body()
    except ExceptionGroup as failed:
        print([f"{type(error).__name__} {error}" for error in failed.exceptions])
        print(task.cancelling())
    return "goes on"

async def main():
    print(await asyncio.create_task(runner(fails())))
    print(await asyncio.create_task(runner(fails_at_once())))

asyncio.run(main())
