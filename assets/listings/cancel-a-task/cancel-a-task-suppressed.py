import asyncio

AT = 2
LENGTH = 4

async def long_job():
    try:
        await asyncio.sleep(LENGTH)
    except asyncio.CancelledError:
        print("cancellation suppressed")
        await asyncio.sleep(LENGTH)
    finally:
        print("cleaned up")
    return "job done"

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
