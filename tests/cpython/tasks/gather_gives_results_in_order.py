# gather() gives the results in the order of its arguments, whatever the order in which they come; of nothing, an empty list.
import asyncio

async def of(future):
    return await future

async def main():
    loop = asyncio.get_running_loop()
    for together in [False, True]:
        a = loop.create_future()
        b = loop.create_future()
        c = loop.create_future()
        if together:
            every = asyncio.gather(of(a), of(b), of(c), return_exceptions=True)
        else:
            every = asyncio.gather(a, b, c)
        b.set_result(1)
        a.set_result(2)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(every.done())
        c.set_result(3)
        print(await every)
    print(await asyncio.gather())

asyncio.run(main())
