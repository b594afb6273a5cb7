# A result in time is wait_for's own; with a timeout of None there is no limit, and no task is made for it.
import asyncio

async def quick():
    return "quick"

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(quick(), timeout=None))
    print(await asyncio.wait_for(quick(), timeout=1))
    answer = loop.create_future()
    loop.call_later(0.1, answer.set_result, "ok")
    print(await asyncio.wait_for(answer, timeout=0.2))

asyncio.run(main())
