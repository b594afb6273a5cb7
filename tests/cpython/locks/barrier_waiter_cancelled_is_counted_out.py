# A task cancelled while the barrier fills is no longer counted: it takes three others to open it.
import asyncio

async def main():
    start = asyncio.Barrier(3)
    through = []

    async def runner(name):
        await start.wait()
        through.append(name)

    gone = asyncio.create_task(runner("gone"))
    await asyncio.sleep(0)
    second = asyncio.create_task(runner("second"))
    await asyncio.sleep(0)
    print(start.n_waiting)
    gone.cancel()
    await asyncio.sleep(0)
    print(start.n_waiting)
    try:
        await gone
    except asyncio.CancelledError:
        print("gone cancelled", gone.cancelled())
    third = asyncio.create_task(runner("third"))
    await asyncio.sleep(0)
    print(start.n_waiting)
    fourth = asyncio.create_task(runner("fourth"))
    await asyncio.gather(second, third, fourth)
    print(through, start.n_waiting, start.broken)

asyncio.run(main())
