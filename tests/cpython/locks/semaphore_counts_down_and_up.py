# A semaphore of 0 is locked from the start; release() opens it; a bounded one refuses a release too many.
import asyncio

async def main():
    shut = asyncio.Semaphore(0)
    print(shut.locked())
    one = asyncio.Semaphore()
    await one.acquire()
    print(one.locked())
    one.release()
    print(one.locked())
    bounded = asyncio.BoundedSemaphore()
    try:
        bounded.release()
    except ValueError as error:
        print(f"ValueError: {error}")
    async with bounded:
        print(bounded.locked())
    print(bounded.locked())

asyncio.run(main())
