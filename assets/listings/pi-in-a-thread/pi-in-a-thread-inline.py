import asyncio
import time

LENGTH = 2

def compute_pi():
    work(LENGTH)
    return 3.1415926535

async def print_pi():
    pi = compute_pi()
    print(pi)

async def greet(text):
    print(text)

async def main():
    await asyncio.gather(
        print_pi(),
        greet("Another function gets calleeeeeeed"),
        greet("Another function gets called"))

def work(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

asyncio.run(main())
