import asyncio
import time

PAGES = 4
MESSAGES = 4
PAGE_TIME = 0.2
MESSAGE_TIME = 0.2

async def reading_book():
    for page in range(1, PAGES + 1):
        print(f"reading page {page}")
        work(PAGE_TIME)
        if page < PAGES:
            await asyncio.sleep(0)

async def checking_messages():
    for message in range(1, MESSAGES + 1):
        print(f"reading new message {message}")
        work(MESSAGE_TIME)
        if message < MESSAGES:
            await asyncio.sleep(0)

async def main():
    await asyncio.gather(
        reading_book(), checking_messages())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
