import asyncio
from concurrent import futures
import time

NUMBERS = 1000
COST = 0.001
PARTS = 4

def add_up(first, last):
    work((last - first) * COST)
    return sum(range(first, last))

async def main():
    loop = asyncio.get_running_loop()
    pool = futures.ProcessPoolExecutor(PARTS)
    cuts = [NUMBERS * part // PARTS
            for part in range(PARTS + 1)]
    sums = await asyncio.gather(
        *[loop.run_in_executor(pool, add_up, first, last)
          for first, last in zip(cuts, cuts[1:])])
    total = 0
    for part in sums:
        work(COST)
        total += part
    print(total)

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

if __name__ == "__main__":
    asyncio.run(main())
