import asyncio

HOLD = 1

left = asyncio.Lock()
right = asyncio.Lock()

async def a():
    async with left:
        await asyncio.sleep(0)
        async with right:
            print("a has both")
            await asyncio.sleep(HOLD)

async def b():
    async with left:
        await asyncio.sleep(0)
        async with right:
            print("b has both")
            await asyncio.sleep(HOLD)

async def main():
    await asyncio.gather(a(), b())

asyncio.run(main())
