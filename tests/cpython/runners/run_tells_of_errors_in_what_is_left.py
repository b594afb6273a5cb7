# A left-over task that fails in its clean-up is complained of; asyncio.run() returns main's result all the same.
import asyncio

async def leftover():
    try:
        await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        raise ValueError("in the clean-up")

async def main():
    asyncio.create_task(leftover())
    await asyncio.sleep(0)
    return 123

print(asyncio.run(main()))
