# Producer and consumer over a queue of one place: neither is left waiting when all is delivered.
import asyncio

async def produce(queue):
    for number in range(5):
        await queue.put(number)
        print(f"put {number}")

async def consume(queue):
    for _ in range(5):
        print(f"got {await queue.get()}")

async def main():
    queue = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue))
        group.create_task(consume(queue))
    print(queue.empty())

asyncio.run(main())
