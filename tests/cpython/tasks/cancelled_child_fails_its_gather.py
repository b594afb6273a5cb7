# One child of a gather is cancelled: the gather fails with CancelledError, but is not cancelled itself; the others go on.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    futures = []
    for _ in range(3):
        futures.append(loop.create_future())
    every = asyncio.gather(*futures)
    futures[0].set_result(1)
    futures[1].cancel()
    try:
        await every
    except asyncio.CancelledError:
        print("CancelledError", every.done(), every.cancelled(), futures[2].done())
    futures[2].set_result(3)
    await asyncio.sleep(0)
    print(every.cancelled())

asyncio.run(main())
