# notify_all() wakes all who wait now, in order, each getting the lock in turn; who waits again afterwards is not woken by it.
import asyncio

async def main():
    cond = asyncio.Condition()
    woken = []

    async def wait_once(name):
        async with cond:
            await cond.wait()
            woken.append(name)

    async def wait_twice():
        async with cond:
            await cond.wait()
            woken.append("again?")
            await cond.wait()
            woken.append("again!")

    ann = asyncio.create_task(wait_once("ann"))
    twice = asyncio.create_task(wait_twice())
    bob = asyncio.create_task(wait_once("bob"))
    await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
    await asyncio.sleep(0)
    print(woken)
    await asyncio.sleep(0)
    print(woken, ann.done(), bob.done(), twice.done())
    async with cond:
        cond.notify_all()
    await twice
    print(woken)

asyncio.run(main())
