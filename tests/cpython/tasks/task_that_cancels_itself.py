# A task that cancels itself goes on to its next await and is cancelled there; if there is none, it ends as cancelled.
import asyncio

async def sleeps():
    asyncio.current_task().cancel()
    print("goes on")
    await asyncio.sleep(100)
    print("not reached")

async def returns():
    asyncio.current_task().cancel()
    return 12

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for coroutine in [sleeps(), returns()]:
        task = asyncio.create_task(coroutine)
        try:
            print(await task)
        except asyncio.CancelledError:
            print("CancelledError", task.done(), task.cancelled(), task.cancel())
    print(f"{loop.time() - start:.1f}")

asyncio.run(main())
