import asyncio

A = 1
B = 2
C = 3

async def job(number, length):
    try:
        await asyncio.sleep(length)
        if number == 2:
            raise ValueError("no such user")
        print(f"job {number} done")
    except asyncio.CancelledError:
        print(f"job {number} cancelled")
        raise

async def main():
    try:
        await asyncio.gather(job(1, A), job(2, B),
                             job(3, C))
    except ValueError as error:
        print(f"ValueError: {error}")
    await asyncio.sleep(2)

asyncio.run(main())
