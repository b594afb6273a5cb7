import asyncio
import time

REQUESTS = 8
EVERY = 0.1
COMPUTE = 0.02
PLANET = 0.5

answered = asyncio.Semaphore(0)

async def handle(number, arrived):
    work(COMPUTE)
    await asyncio.sleep(PLANET)
    latency = time.monotonic() - arrived
    print(f"planet {number} after {latency:.2f} sec.")
    answered.release()

def arrive(number, arrived):
    asyncio.create_task(handle(number, arrived))

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(REQUESTS):
        at = start + number * EVERY
        loop.call_at(at, arrive, number + 1, at)
    for _ in range(REQUESTS):
        await answered.acquire()

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
