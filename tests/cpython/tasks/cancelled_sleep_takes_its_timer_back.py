# A sleep that is cancelled takes its timer back: the clock never gets there.
import asyncio

async def sleeps():
    await asyncio.sleep(50)
    return "slept in"

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    task = asyncio.create_task(sleeps())
    loop.call_later(0.1, task.cancel)
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")
    print(f"{loop.time() - start:.1f}")

asyncio.run(main())
