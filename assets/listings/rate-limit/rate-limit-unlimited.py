import asyncio

REQUESTS = 12
LATENCY = 0.05

async def request(number):
    await asyncio.sleep(LATENCY)
    print(f"answer {number}")

async def main():
    await asyncio.gather(
        *[request(number)
          for number in range(1, REQUESTS + 1)])

asyncio.run(main())
