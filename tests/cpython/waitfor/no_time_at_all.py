# With a timeout of 0: what is done already gives its result, a coroutine is not even begun, a task that runs is cancelled.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    print(await asyncio.wait_for(done, 0))

    async def never():
        print("not reached")

    try:
        await asyncio.wait_for(never(), 0)
    except TimeoutError:
        print("not begun")

    async def works():
        print("begun")
        try:
            await asyncio.sleep(10)
        finally:
            print("ends")

    for limit in [0, -1]:
        task = asyncio.create_task(works())
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(task, limit)
        except TimeoutError:
            print("TimeoutError", task.done(), task.cancelled())

asyncio.run(main())
