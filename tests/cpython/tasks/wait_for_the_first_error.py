# wait(FIRST_EXCEPTION) comes back when one fails, at once or later; if none does, when all are done.
import asyncio

async def sleeps(seconds):
    await asyncio.sleep(seconds)

async def fails(seconds):
    if seconds > 0:
        await asyncio.sleep(seconds)
    raise ValueError("err")

async def main():
    loop = asyncio.get_running_loop()
    for seconds in [0, 0.1]:
        start = loop.time()
        slow = asyncio.create_task(sleeps(1))
        failing = asyncio.create_task(fails(seconds))
        done, pending = await asyncio.wait([failing, slow], return_when=asyncio.FIRST_EXCEPTION)
        print(failing in done, slow in pending, str(failing.exception()), f"{loop.time() - start:.1f}")
        await slow
    start = loop.time()
    a = asyncio.create_task(sleeps(0.1))
    b = asyncio.create_task(sleeps(0.2))
    done, pending = await asyncio.wait([a, b], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), f"{loop.time() - start:.1f}")

asyncio.run(main())
