import asyncio

FIRST = 2
SECOND = 1

async def say(text, delay):
    await asyncio.sleep(delay)
    print(text)

async def main():
    await asyncio.gather(
        say("first hello", FIRST),
        say("second hello", SECOND))

asyncio.run(main())
