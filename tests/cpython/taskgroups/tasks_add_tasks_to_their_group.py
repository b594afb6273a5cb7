# A task of the group may add tasks to it while the block already waits; the block waits for them too.
import asyncio

async def leaf(name, seconds):
    await asyncio.sleep(seconds)
    print(name)

async def root(group):
    await asyncio.sleep(0.1)
    group.create_task(leaf("short", 0.1))
    group.create_task(leaf("long", 0.2))
    print("root")

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(root(group))
    print("all done")

asyncio.run(main())
