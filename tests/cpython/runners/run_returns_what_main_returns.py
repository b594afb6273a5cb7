# asyncio.run() gives what main returns, when main and the loop have ended.
import asyncio

async def main():
    await asyncio.sleep(0)
    return 42

print(asyncio.run(main()))
