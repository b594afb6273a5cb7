import asyncio
import time

CHUNKS = 40
CHUNK = 0.1

async def heartbeat():
    for tick in range(1, 6):
        await asyncio.sleep(1)
        print(f"tick {tick}")

async def number_cruncher():
    for _ in range(CHUNKS):
        work(CHUNK)

async def main():
    await asyncio.gather(heartbeat(), number_cruncher())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
