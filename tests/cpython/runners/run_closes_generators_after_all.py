# main fails, a left-over task fails in its clean-up: all generators are closed all the same, also one left at a yield.
import asyncio

class Leaves(Exception):
    pass

async def ticks(name):
    try:
        while True:
            yield 1
            await asyncio.sleep(1)
    finally:
        print(f"{name} closed")

async def spin():
    spinner = ticks("spinner")
    try:
        async for tick in spinner:
            print("tick", tick)
    except asyncio.CancelledError:
        print("spin cancelled")
        raise ValueError("in the clean-up")

async def main():
    global kept
    kept = ticks("kept")
    async for tick in kept:
        print("kept", tick)
        break
    asyncio.create_task(spin())
    await asyncio.sleep(1.5)
    raise Leaves("enough")

kept = None
asyncio.run(main())
