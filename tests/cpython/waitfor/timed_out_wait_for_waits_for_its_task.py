# The time is up, but the task goes on after its cancelling and ends well: wait_for waits for it and gives its result.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def stubborn():
        try:
            await asyncio.sleep(0.2)
        except asyncio.CancelledError:
            print("not now")
            await asyncio.sleep(0.1)
        return "done all the same"

    async def swallows():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return 1

    print(await asyncio.wait_for(stubborn(), 0.1))
    print(f"{loop.time() - start:.1f}")
    print(await asyncio.wait_for(swallows(), 0.01))

asyncio.run(main())
