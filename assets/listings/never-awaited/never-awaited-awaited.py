import asyncio

VALUE = 10

async def num_sum(value):
    return value

async def main():
    got = await num_sum(VALUE)
    print(got)

asyncio.run(main())
