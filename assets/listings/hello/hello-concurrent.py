import asyncio

DELAY = 1

async def say(text, delay):
    await asyncio.sleep(delay)
    print(text)

async def main():
    await say("hello world", DELAY)

asyncio.run(main())
