# The clean-up that a timeout causes may have a timeout of its own: it ends itself, and then the outer one raises.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            finally:
                try:
                    async with asyncio.timeout(0.1):
                        await asyncio.sleep(10)
                except TimeoutError:
                    print("inner TimeoutError", f"{loop.time() - start:.1f}")
    except TimeoutError:
        print("outer TimeoutError", f"{loop.time() - start:.1f}")

asyncio.run(main())
