import asyncio

SEATS = 5
EAT = 1

forks = [asyncio.Lock() for _ in range(SEATS)]

async def philosopher(seat):
    first = forks[seat]
    second = forks[(seat + 1) % SEATS]
    if seat == SEATS - 1:
        first, second = second, first
    async with first:
        await asyncio.sleep(0)
        async with second:
            print(f"philosopher {seat + 1} eats")
            await asyncio.sleep(EAT)

async def main():
    await asyncio.gather(
        *[philosopher(seat) for seat in range(SEATS)])

asyncio.run(main())
