# Cancelling a shield, or the task that waits for it, does not touch the task within: that goes on to its end.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), inner.cancelled())
    inner.set_result(1)

    waiter = loop.create_future()
    steps = []

    async def within():
        await waiter
        steps.append("within goes on")

    async def waits():
        await asyncio.shield(within())
        steps.append("not reached")

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError", steps)
    waiter.set_result(None)
    await asyncio.sleep(0)
    print(steps)

asyncio.run(main())
