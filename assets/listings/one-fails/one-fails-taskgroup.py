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
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1, A))
            group.create_task(job(2, B))
            group.create_task(job(3, C))
    except* ValueError as caught:
        for error in caught.exceptions:
            print(f"ValueError: {error}")
    await asyncio.sleep(2)

asyncio.run(main())
