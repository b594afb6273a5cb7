import asyncio
from concurrent import futures
import time

IDS = 3
LATENCY = 1
WORKERS = 4

def ask(name):
    time.sleep(LATENCY)
    return f"answer for {name}"

async def main():
    loop = asyncio.get_running_loop()
    pool = futures.ThreadPoolExecutor(WORKERS)
    answers = await asyncio.gather(
        *[loop.run_in_executor(pool, ask, f"id{number}")
          for number in range(1, IDS + 1)])
    for answer in answers:
        print(answer)

asyncio.run(main())
