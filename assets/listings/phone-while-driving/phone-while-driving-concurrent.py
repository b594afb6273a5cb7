import asyncio
import time

SENTENCES = 4
STRETCHES = 4
SENTENCE_TIME = 0.5
STRETCH_TIME = 0.5

async def talking():
    for sentence in range(1, SENTENCES + 1):
        print(f"sentence {sentence}")
        work(SENTENCE_TIME)
        if sentence < SENTENCES:
            await asyncio.sleep(0)

async def driving():
    for stretch in range(1, STRETCHES + 1):
        print(f"stretch {stretch}")
        work(STRETCH_TIME)
        if stretch < STRETCHES:
            await asyncio.sleep(0)

async def main():
    await asyncio.gather(talking(), driving())

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
