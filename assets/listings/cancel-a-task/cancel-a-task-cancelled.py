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
    await asyncio.sleep(AT)
    job.cancel()
    print("cancel requested")
    try:
        print(await job)
    except asyncio.CancelledError:
        print("job cancelled")

asyncio.run(main())
