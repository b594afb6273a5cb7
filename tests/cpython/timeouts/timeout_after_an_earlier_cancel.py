# A task cancelled earlier, which went on, may use timeouts: one that is up raises TimeoutError, a second cancel CancelledError.
import asyncio

async def cancelled_before():
    try:
        asyncio.current_task().cancel()
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled once")

async def timed_out():
    await cancelled_before()
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(1)
    except TimeoutError:
        print("TimeoutError", asyncio.current_task().cancelling())

async def cancelled_again():
    await cancelled_before()
    try:
        async with asyncio.timeout(1):
            asyncio.current_task().cancel()
            await asyncio.sleep(2)
    except asyncio.CancelledError:
        print("CancelledError", asyncio.current_task().cancelling())

async def main():
    await asyncio.create_task(timed_out())
    await asyncio.create_task(cancelled_again())

asyncio.run(main())
