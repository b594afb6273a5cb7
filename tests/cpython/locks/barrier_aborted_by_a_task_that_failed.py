# One task of a round fails and aborts the barrier: the others, on their way into the next round, are all sent away.
import asyncio

async def main():
    lap = asyncio.Barrier(5)
    met = []
    sent_away = []

    async def runner(name):
        try:
            async with lap as number:
                if number == 2:
                    raise RuntimeError("twisted ankle")
            async with lap:
                met.append(name)
        except asyncio.BrokenBarrierError:
            sent_away.append(name)
        except RuntimeError as error:
            print(f"{name}: {error}")
            await lap.abort()

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(met, sent_away, lap.n_waiting, lap.broken)

asyncio.run(main())
