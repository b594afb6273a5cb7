import asyncio

DELAY = 0.1

async def first_stream():
    for value in (10, 20, 40):
        await asyncio.sleep(DELAY)
        yield value

async def second_stream():
    for value in (50, 500, 5000):
        await asyncio.sleep(DELAY)
        yield value

async def task(function, stream):
    result = 0
    async for value in stream:
        result = function((result, value))
    return result

async def complex_task(stream):
    low = high = total = count = 0
    async for value in stream:
        low, high = min(low, value), max(high, value)
        total, count = total + value, count + 1
    return [low, high, total / count]

async def main():
    sums, largest, stats = await asyncio.gather(
        task(sum, first_stream()),
        task(max, second_stream()),
        complex_task(second_stream()))
    print(sums, largest, stats)

asyncio.run(main())
