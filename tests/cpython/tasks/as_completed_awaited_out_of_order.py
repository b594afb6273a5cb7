# What as_completed() gives are places in a line: the one awaited first gets the first result, whichever it is.
import asyncio

async def sleeper(seconds, name):
    await asyncio.sleep(seconds)
    return name

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    coming = list(asyncio.as_completed([sleeper(0.1, "a"), sleeper(0.2, "b")]))
    print(len(coming))
    print(await coming[1], f"{loop.time() - start:.1f}")
    print(await coming[0], f"{loop.time() - start:.1f}")

asyncio.run(main())
