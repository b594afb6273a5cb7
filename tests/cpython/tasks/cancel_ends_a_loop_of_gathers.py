# A task that gathers again and again, with return_exceptions, is cancelled: the cancel comes out of the gather, the loop ends.
import asyncio

async def over_and_over():
    seconds = 0.0
    while True:
        seconds += 0.05
        await asyncio.gather(asyncio.sleep(0.05), return_exceptions=True)
        if seconds > 1:
            return

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    task = asyncio.create_task(over_and_over())
    await asyncio.sleep(0.22)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", f"{loop.time() - start:.1f}")

asyncio.run(main())
