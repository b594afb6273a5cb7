import asyncio
import time

PAIRS = 225
COST = 0.01
CHUNK = 10

def match(count):
    work(count * COST)
    return count

async def match_chunk(count):
    return match(count)

async def main():
    chunks = [min(CHUNK, PAIRS - start)
              for start in range(0, PAIRS, CHUNK)]
    matched = await asyncio.gather(
        *[match_chunk(count) for count in chunks])
    print(f"{sum(matched)} pairs matched")

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
