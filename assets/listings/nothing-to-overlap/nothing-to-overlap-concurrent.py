import asyncio
import time

QUERY = 1
FORMAT = 0.1
REPLY = 0.2

async def answer():
    await asyncio.sleep(QUERY)
    print("queried")
    work(FORMAT)
    print("formatted")
    await asyncio.sleep(REPLY)
    print("replied")

async def main():
    await asyncio.create_task(answer())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
