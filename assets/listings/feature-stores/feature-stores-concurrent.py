import asyncio

DELAY = 1

async def first_store():
    for value in (10, 20, 40):
        await asyncio.sleep(DELAY)
        yield value

async def second_store():
    for value in (50, 500, 5000):
        await asyncio.sleep(DELAY)
        yield value

async def process_feat(store):
    return [value async for value in store]

async def main():
    print(await asyncio.gather(
        process_feat(first_store()),
        process_feat(second_store())))

asyncio.run(main())
