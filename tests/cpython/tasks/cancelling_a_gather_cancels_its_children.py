# Who waits for a gather is cancelled: the children are cancelled, and what they wait for; the gather can't be cancelled again.
import asyncio

async def main():
    waiter = asyncio.get_running_loop().create_future()
    every = None
    steps = []

    async def inner():
        await waiter
        steps.append("not reached")

    one = asyncio.create_task(inner())
    two = asyncio.create_task(inner())

    async def outer():
        nonlocal every
        every = asyncio.gather(one, two)
        await every
        steps.append("not reached")

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError")
    print(every.cancel(), waiter.cancelled(), one.cancelled(), two.cancelled(), steps)

asyncio.run(main())
