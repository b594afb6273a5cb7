# A task awaits a future that a callback sets, in the next turn or by a timer: it goes on the turn after that.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    soon = loop.create_future()
    loop.call_soon(lambda: soon.set_result("soon"))
    print(await soon)
    later = loop.create_future()
    loop.call_later(0.1, later.set_result, "later")
    print(await later, f"{loop.time() - start:.1f}")

asyncio.run(main())
