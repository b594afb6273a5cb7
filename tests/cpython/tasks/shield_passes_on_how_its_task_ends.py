# A shield ends as what is within: with its result, at once if it is there already, with its error, or cancelled with it.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_result(42)
    print(await outer)
    print(await asyncio.shield(inner))

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.set_exception(ValueError("expected"))
    print(outer.done())
    await asyncio.sleep(0)
    print(outer.done(), str(outer.exception()))

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled())

asyncio.run(main())
