import asyncio
from concurrent import futures
import time

PAIRS = 225
COST = 0.01
CHUNK = 10
WORKERS = 4

def match(count):
    work(count * COST)
    return count

async def main():
    loop = asyncio.get_running_loop()
    pool = futures.ThreadPoolExecutor(WORKERS)
    chunks = [min(CHUNK, PAIRS - start)
              for start in range(0, PAIRS, CHUNK)]
    matched = await asyncio.gather(
        *[loop.run_in_executor(pool, match, count)
          for count in chunks])
    print(f"{sum(matched)} pairs matched")

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
