# A block cancelled by someone else before its time is up raises CancelledError, not TimeoutError.
import asyncio

async def main():
    try:
        async with asyncio.timeout(10) as limit:
            asyncio.current_task().cancel()
            await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("CancelledError", limit.expired(), asyncio.current_task().cancelling())
    asyncio.current_task().uncancel()

    async def patient():
        async with asyncio.timeout(10):
            await asyncio.sleep(10)

    task = asyncio.create_task(patient())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", task.cancelled())

asyncio.run(main())
