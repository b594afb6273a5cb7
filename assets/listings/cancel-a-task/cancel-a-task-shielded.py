import asyncio

AT = 2
LENGTH = 4

async def long_job():
    try:
        await asyncio.sleep(LENGTH)
        return "job done"
    finally:
        print("cleaned up")

async def main():
    job = asyncio.create_task(long_job())
    try:
        async with asyncio.timeout(AT):
            print(await asyncio.shield(job))
    except TimeoutError:
        print("waited long enough")
        print(await job)

asyncio.run(main())
