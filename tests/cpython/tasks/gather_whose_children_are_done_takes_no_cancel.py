# A gather whose children are all done, but which has not heard of it yet, refuses to be cancelled and gives its results.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()

    async def child():
        return await future

    every = asyncio.gather(child())
    await asyncio.sleep(0)
    refused = []
    future.add_done_callback(lambda _: asyncio.get_running_loop().call_soon(lambda: refused.append(every.cancel())))
    future.set_result(42)
    print(await every, refused, every.cancelled())

asyncio.run(main())
