import asyncio

LIMIT = 3
LENGTH = 5

async def job():
    try:
        await asyncio.sleep(LENGTH)
        print("job done")
    except asyncio.CancelledError:
        print("job cancelled")
        raise

async def main():
    try:
        async with asyncio.timeout(LIMIT):
            await job()
    except TimeoutError:
        print("too late")

asyncio.run(main())
