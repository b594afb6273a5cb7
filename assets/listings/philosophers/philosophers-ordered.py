import asyncio

SEATS = 5
EAT = 1

forks = [asyncio.Lock() for _ in range(SEATS)]

async def philosopher(seat):
    first = forks[seat - 1]
    second = forks[seat % SEATS]
    if seat == SEATS:
        first, second = second, first
    async with first:
        await asyncio.sleep(0)
        async with second:
            print(f"philosopher {seat} eats")
            await asyncio.sleep(EAT)

async def main():
    await asyncio.gather(
        *[philosopher(seat)
          for seat in range(1, SEATS + 1)])

asyncio.run(main())
