# asyncio.run() inside a running loop raises RuntimeError; the coroutine given to it is never awaited.
import asyncio

async def inner():
    print("not reached")

async def main():
    try:
        asyncio.run(inner())
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(0)
    print("goes on")

asyncio.run(main())
