# empty(), full() and qsize() follow each put and get; without a maximum a queue is never full.
import asyncio

async def main():
    endless = asyncio.Queue()
    print(endless.empty(), endless.full(), endless.maxsize)
    await endless.put(1)
    print(endless.empty(), endless.full(), endless.qsize())
    print(await endless.get(), endless.empty())
    small = asyncio.Queue(maxsize=1)
    print(small.full(), small.maxsize)
    await small.put(1)
    print(small.full(), small.qsize())

asyncio.run(main())
