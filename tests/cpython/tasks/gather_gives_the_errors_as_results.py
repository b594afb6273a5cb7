# With return_exceptions a gather waits for all and gives errors and cancels in their places among the results.
import asyncio

async def of(future):
    return await future

async def main():
    loop = asyncio.get_running_loop()
    for as_tasks in [False, True]:
        a = loop.create_future()
        b = loop.create_future()
        c = loop.create_future()
        d = loop.create_future()
        if as_tasks:
            every = asyncio.gather(of(a), of(b), of(c), of(d), return_exceptions=True)
        else:
            every = asyncio.gather(a, b, c, d, return_exceptions=True)
        b.set_result(1)
        c.set_exception(ValueError("third"))
        a.set_result(3)
        await asyncio.sleep(0)
        print(every.done())
        d.set_exception(KeyError("fourth"))
        results = await every
        print(results[0], results[1], type(results[2]).__name__, type(results[3]).__name__)
    a = loop.create_future()
    b = loop.create_future()
    c = loop.create_future()
    every = asyncio.gather(a, b, c, return_exceptions=True)
    a.set_result(1)
    b.cancel()
    await asyncio.sleep(0)
    print(every.done())
    c.set_exception(ValueError("third"))
    results = await every
    print(results[0], type(results[1]).__name__, type(results[2]).__name__)

asyncio.run(main())
