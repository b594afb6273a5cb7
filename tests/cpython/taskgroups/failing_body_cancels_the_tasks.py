# An error in the body cancels the group's tasks and comes out in a group of its own; tasks not begun yet never begin.
import asyncio

async def answer(name, seconds):
    print(f"{name} begins")
    await asyncio.sleep(seconds)
    return 42

async def fails_after(seconds):
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks.append(group.create_task(answer("first", 1)))
            tasks.append(group.create_task(answer("second", 2)))
            if seconds > 0:
                await asyncio.sleep(seconds)
            raise ValueError("body")
    except ExceptionGroup as failed:
        print([str(error) for error in failed.exceptions])
    print(tasks[0].cancelled(), tasks[1].cancelled())

async def main():
    await fails_after(0.1)
    await fails_after(0)

asyncio.run(main())
