# An error that main does not catch comes out of asyncio.run(), after the loop has ended properly, and ends the program.
import asyncio

async def main():
    await asyncio.sleep(0)
    raise ValueError("spam")

asyncio.run(main())
