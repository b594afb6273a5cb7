# The thread is held past the outer timeout, then past both: what is up is told at the next suspension, the outer one raises.
import asyncio
import time

async def nested(inner_limit):
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(inner_limit) as inner:
                    time.sleep(0.1)
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner TimeoutError")
            except asyncio.CancelledError:
                print("inner CancelledError", inner.expired())
                raise
    except TimeoutError:
        print("outer TimeoutError", outer.expired(), inner.expired())

async def main():
    await nested(0.5)
    await nested(0.05)
    await nested(0.01)

asyncio.run(main())
