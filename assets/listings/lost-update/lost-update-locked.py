import asyncio

TIMES = 5

counter = 0
lock = asyncio.Lock()

async def add():
    global counter
    for _ in range(TIMES):
        async with lock:
            value = counter
            await asyncio.sleep(0)
            counter = value + 1

async def main():
    await asyncio.gather(add(), add())
    print(f"counter: {counter}")

asyncio.run(main())
