# A block that ends in time ends as if there were no timeout; a limit of None is none at all.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(10) as limit:
        await asyncio.sleep(0.1)
    print(limit.expired(), limit.when() > loop.time())
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(0.1)
    print(limit.expired(), limit.when())
    async with asyncio.timeout_at(None) as limit:
        await asyncio.sleep(0.1)
    print(limit.expired(), limit.when())

asyncio.run(main())
