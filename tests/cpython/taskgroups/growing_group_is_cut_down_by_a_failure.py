# Each task adds two more, until one fails: all that are there are cancelled, and none can be added any more.
import asyncio

async def main():
    heads = 0

    async def hydra(group):
        nonlocal heads
        heads += 1
        await asyncio.sleep(0.01)
        group.create_task(hydra(group))
        group.create_task(hydra(group))

    async def hercules():
        while heads < 10:
            await asyncio.sleep(0.015)
        raise ValueError("club")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(hydra(group))
            group.create_task(hercules())
    except ExceptionGroup as failed:
        print([str(error) for error in failed.exceptions])
    at_the_end = heads
    await asyncio.sleep(0.1)
    print(at_the_end >= 10, heads == at_the_end)

asyncio.run(main())
