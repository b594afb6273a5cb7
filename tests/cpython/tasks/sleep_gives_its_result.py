# sleep() takes its time and gives the result it was given; sleep(0) lets what is ready run once and gives it too.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(0.1)
    print(await asyncio.sleep(0.1, "yeah"), f"{loop.time() - start:.1f}")
    total = 0

    def add(number):
        nonlocal total
        total += number

    loop.call_soon(add, 1)
    print(total)
    number = await asyncio.sleep(0, 10)
    print(total)
    add(number)
    print(total)

asyncio.run(main())
