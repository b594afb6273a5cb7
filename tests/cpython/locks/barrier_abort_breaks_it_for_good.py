# abort() breaks a barrier: who waits and who comes later gets BrokenBarrierError, until it is reset.
import asyncio

async def main():
    start = asyncio.Barrier(3)
    ends = []

    async def runner(name):
        try:
            ends.append(f"{name} {await start.wait()}")
        except asyncio.BrokenBarrierError as error:
            ends.append(f"{name} {type(error).__name__}")

    async def aborter():
        await start.abort()

    early = asyncio.create_task(runner("early"))
    abort = asyncio.create_task(aborter())
    await asyncio.sleep(0)
    print(start.n_waiting, start.broken, ends)
    late = asyncio.create_task(runner("late"))
    await asyncio.gather(early, late, abort)
    print(ends, start.n_waiting, start.broken)
    await start.reset()
    print(start.broken)
    await asyncio.gather(runner("a"), runner("b"), runner("c"))
    print(ends)

asyncio.run(main())
