import asyncio
import time

ITEMS = 20
PROCESS = 0.5
BOUND = 0
SEED = 1

async def generate_data(data, seed):
    for i in range(1, ITEMS + 1):
        await data.put((i * i, time.perf_counter()))
        print(f" -- generated item {i}")
        pause = 500 + (seed * 7919 + i * 104729) % 1000
        await asyncio.sleep(pause / 1000)

async def process_data(data):
    for _ in range(2 * ITEMS):
        value, made = await data.get()
        waited = time.perf_counter() - made
        print(f" +++ Processed value {value}"
              f" after {waited:.2f} sec.")
        await asyncio.sleep(PROCESS)

async def main():
    data = asyncio.Queue(BOUND)
    await asyncio.gather(
        generate_data(data, SEED),
        generate_data(data, SEED + 1),
        process_data(data))

asyncio.run(main())
