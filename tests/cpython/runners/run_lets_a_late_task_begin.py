# A task that main created in its last step still makes its first step, in the turn after which the loop stops; then it is cancelled.
import asyncio

async def leftover():
    print("begins")
    await asyncio.sleep(0.1)
    print("not reached")

async def main():
    asyncio.create_task(leftover())
    return 123

print(asyncio.run(main()))
