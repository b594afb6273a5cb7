import asyncio

REQUESTS = 12
PER_SECOND = 5
LATENCY = 0.05

slots = asyncio.Semaphore(PER_SECOND)

async def request(number):
    await slots.acquire()
    loop = asyncio.get_running_loop()
    loop.call_later(1, slots.release)
    await asyncio.sleep(LATENCY)
    print(f"answer {number}")

async def main():
    await asyncio.gather(
        *[request(number)
          for number in range(1, REQUESTS + 1)])

asyncio.run(main())
