# A condition's wait() under wait_for: when the time is up the lock is held again, so that the block may end properly.
import asyncio

async def main():
    cond = asyncio.Condition()
    async with cond:
        try:
            await asyncio.wait_for(cond.wait(), timeout=0.5)
        except asyncio.TimeoutError:
            print("time is up", cond.locked())
    print(cond.locked())

asyncio.run(main())
