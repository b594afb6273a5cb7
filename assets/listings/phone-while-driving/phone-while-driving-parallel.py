import asyncio
from concurrent import futures
import time

SENTENCES = 4
STRETCHES = 4
SENTENCE_TIME = 0.5
STRETCH_TIME = 0.5

async def talking():
    loop = asyncio.get_running_loop()
    pool = futures.ProcessPoolExecutor(1)
    for sentence in range(1, SENTENCES + 1):
        print(f"sentence {sentence}")
        await loop.run_in_executor(
            pool, work, SENTENCE_TIME)

async def driving():
    loop = asyncio.get_running_loop()
    pool = futures.ProcessPoolExecutor(1)
    for stretch in range(1, STRETCHES + 1):
        print(f"stretch {stretch}")
        await loop.run_in_executor(
            pool, work, STRETCH_TIME)

async def main():
    await asyncio.gather(talking(), driving())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

if __name__ == "__main__":
    asyncio.run(main())
