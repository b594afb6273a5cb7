import asyncio

VALUE = 10

async def num_sum(value):
    return value

async def main():
    got = num_sum(VALUE)
    print(type(got).__name__)

asyncio.run(main())
