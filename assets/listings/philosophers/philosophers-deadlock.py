import asyncio

SEATS = 5
EAT = 1

forks = [asyncio.Lock() for _ in range(SEATS)]

async def philosopher(seat):
    left = forks[seat]
    right = forks[(seat + 1) % SEATS]
    async with left:
        await asyncio.sleep(0)
        async with right:
            print(f"philosopher {seat + 1} eats")
            await asyncio.sleep(EAT)

async def main():
    await asyncio.gather(
        *[philosopher(seat) for seat in range(SEATS)])

asyncio.run(main())
