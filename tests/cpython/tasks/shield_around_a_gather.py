# A shield around a gather: cancelled, it leaves the gather and its children alone; the gather gets its results.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    one = loop.create_future()
    two = loop.create_future()
    parent = asyncio.gather(one, two)
    outer = asyncio.shield(parent)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), parent.done())
    one.set_result(1)
    two.set_result(2)
    await asyncio.sleep(0)
    print(parent.done(), parent.result())

asyncio.run(main())
