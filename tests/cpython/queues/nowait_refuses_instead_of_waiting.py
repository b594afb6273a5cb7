# get_nowait() of an empty queue raises QueueEmpty, put_nowait() to a full one QueueFull.
import asyncio

async def main():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    print(queue.get_nowait(), queue.empty())

asyncio.run(main())
