import asyncio
import time

PAGES = 4
MESSAGES = 4
PAGE_TIME = 0.2
MESSAGE_TIME = 0.2
FIRST_BOIL = 2
SECOND_BOIL = 1

async def boiling_water():
    print("boiling for 1 sec")
    await asyncio.sleep(FIRST_BOIL)
    print("boiling for 3 sec")
    await asyncio.sleep(SECOND_BOIL)
    print("boiling for 5 sec")

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
    async with asyncio.TaskGroup() as group:
        group.create_task(boiling_water())
        group.create_task(reading_book())
        group.create_task(checking_messages())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
