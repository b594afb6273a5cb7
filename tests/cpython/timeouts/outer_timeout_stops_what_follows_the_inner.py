# The inner timeout fires after the thread was held; what follows it in the outer block is stopped by the outer one.
import asyncio
import time

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(0.3) as outer:
            try:
                async with asyncio.timeout(0.1) as inner:
                    time.sleep(0.2)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner TimeoutError", inner.expired(), outer.expired())
            await asyncio.sleep(10)
            print("not reached")
    except TimeoutError:
        print("outer TimeoutError", outer.expired(), f"{loop.time() - start:.1f}")

asyncio.run(main())
