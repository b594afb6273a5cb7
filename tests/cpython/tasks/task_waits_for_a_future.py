# A task that awaits a future goes on with its result the turn after it was set; a future that is only returned is not awaited.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    got = []

    async def waits():
        got.append(await future)

    async def returns():
        return future

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    returned = await returns()
    print(returned is future, future.done(), task.done())
    future.set_result("spam")
    print(got)
    await asyncio.sleep(0)
    print(got, task.done(), task.result())

asyncio.run(main())
