import asyncio

TIMES = 5

counter = 0

async def add():
    global counter
    for _ in range(TIMES):
        value = counter
        await asyncio.sleep(0)
        counter = value + 1

async def main():
    await asyncio.gather(add(), add())
    print(f"counter: {counter}")

asyncio.run(main())
