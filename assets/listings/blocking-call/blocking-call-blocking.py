import asyncio
import time

LENGTH = 5
BEATS = 5

async def heartbeat():
    for tick in range(1, BEATS + 1):
        await asyncio.sleep(1)
        print(f"tick {tick}")

async def do_something():
    print("Starting Work")
    time.sleep(LENGTH)
    print("Finishing Work")

async def main():
    await asyncio.gather(heartbeat(), do_something())

asyncio.run(main())
