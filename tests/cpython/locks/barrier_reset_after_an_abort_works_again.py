# A barrier that was aborted works again once it is reset; a second barrier makes sure that nobody is inside meanwhile.
import asyncio

async def main():
    lap = asyncio.Barrier(5)
    meeting = asyncio.Barrier(5)
    met = []
    sent_away = []
    again = []

    async def runner(name):
        try:
            if await lap.wait() == 2:
                raise RuntimeError("twisted ankle")
            await lap.wait()
            met.append(name)
        except asyncio.BrokenBarrierError:
            sent_away.append(name)
        except RuntimeError:
            await lap.abort()
        if await meeting.wait() == 2:
            await lap.reset()
        await meeting.wait()
        await lap.wait()
        again.append(name)

    tasks = []
    for name in ["a", "b", "c", "d", "e"]:
        tasks.append(asyncio.create_task(runner(name)))
    await asyncio.gather(*tasks)
    print(met, sent_away, again, lap.broken, lap.n_waiting)

asyncio.run(main())
