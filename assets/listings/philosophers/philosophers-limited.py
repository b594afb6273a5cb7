import asyncio

SEATS = 5
EAT = 1

forks = [asyncio.Lock() for _ in range(SEATS)]
chairs = asyncio.Semaphore(SEATS - 1)

async def philosopher(seat):
    left = forks[seat - 1]
    right = forks[seat % SEATS]
    async with chairs:
        async with left:
            await asyncio.sleep(0)
            async with right:
                print(f"philosopher {seat} eats")
                await asyncio.sleep(EAT)

async def main():
    await asyncio.gather(
        *[philosopher(seat)
          for seat in range(1, SEATS + 1)])

asyncio.run(main())
