# When main has ended, asyncio.run() cancels the tasks still there and waits for their clean-up; then it returns.
import asyncio

async def leftover():
    try:
        await asyncio.sleep(0.1)
        print("not reached")
    except asyncio.CancelledError:
        print("left over, cancelled")
        await asyncio.sleep(0.1)
        print("cleaned up")
        raise

async def main():
    asyncio.create_task(leftover())
    await asyncio.sleep(0)
    return 123

print(asyncio.run(main()))
