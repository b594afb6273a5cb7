# current_task() is the task whose step runs, before and after each wait, while tasks take turns; in a callback there is none.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    ping = loop.create_future()
    pong = loop.create_future()

    async def first():
        print(asyncio.current_task() is one)
        await ping
        print(asyncio.current_task() is one)
        pong.set_result(True)

    async def second():
        print(asyncio.current_task() is two)
        ping.set_result(True)
        await pong
        print(asyncio.current_task() is two)

    one = asyncio.create_task(first())
    two = asyncio.create_task(second())
    loop.call_soon(lambda: print(asyncio.current_task()))
    await asyncio.wait([one, two])
    print(asyncio.current_task() is one)

asyncio.run(main())
