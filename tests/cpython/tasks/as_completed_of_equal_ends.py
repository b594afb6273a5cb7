# Two that end at the same time both come, in the order in which they began to wait; one that ends while the loop is busy as well.
import asyncio
import time

async def sleeper(seconds, name):
    await asyncio.sleep(seconds)
    return name

async def main():
    names = []
    for coming in asyncio.as_completed([sleeper(0.05, "a"), sleeper(0.05, "b"), sleeper(0.1, "c")]):
        names.append(await coming)
        time.sleep(0.05)
    print(len(names), sorted(names))

asyncio.run(main())
