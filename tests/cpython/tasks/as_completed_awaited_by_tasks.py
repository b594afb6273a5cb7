# The places in line that as_completed() gives may each be awaited by a task of its own.
import asyncio

async def sleeper(seconds, name):
    await asyncio.sleep(seconds)
    return name

async def main():
    tasks = []
    for coming in asyncio.as_completed([sleeper(0.1, "a"), sleeper(0.1, "b")]):
        tasks.append(asyncio.create_task(coming))
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), sorted([task.result() for task in done]))

asyncio.run(main())
