# as_completed() gives results in the order in which they come, whatever the order of the arguments; one given twice comes once.
import asyncio

async def sleeper(seconds, name):
    await asyncio.sleep(seconds)
    return name

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    names = []
    for coming in asyncio.as_completed([sleeper(0.2, "b"), sleeper(0.3, "c"), sleeper(0.1, "a")]):
        names.append(await coming)
    print(names, f"{loop.time() - start:.1f}")
    ham = sleeper(0.1, "ham")
    names = []
    for coming in asyncio.as_completed([ham, ham, sleeper(0.2, "spam")]):
        names.append(await coming)
    print(names)

asyncio.run(main())
