# The first child to fail ends a gather with its error; what the others come to later changes nothing.
import asyncio

async def of(future):
    return await future

async def main():
    loop = asyncio.get_running_loop()
    for as_tasks in [False, True]:
        futures = []
        for _ in range(5):
            futures.append(loop.create_future())
        if as_tasks:
            every = asyncio.gather(of(futures[0]), of(futures[1]), of(futures[2]), of(futures[3]), of(futures[4]))
        else:
            every = asyncio.gather(*futures)
        futures[0].set_result(1)
        futures[1].set_exception(ValueError("second"))
        try:
            await every
        except ValueError as error:
            print(error, futures[2].done())
        futures[2].set_result(3)
        futures[3].cancel()
        futures[4].set_exception(KeyError("late"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(every.done(), every.cancelled(), str(every.exception()))

asyncio.run(main())
