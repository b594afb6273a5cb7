# A task that is notified goes on only once it has the condition's lock; whoever keeps the lock holds the others up.
import asyncio

async def wait_and_keep(cond, name, woken):
    await cond.acquire()
    if await cond.wait():
        woken.append(name)
    return cond.locked()

async def main():
    cond = asyncio.Condition()
    woken = []
    tasks = []
    for name in ["ann", "bob", "cid"]:
        tasks.append(asyncio.create_task(wait_and_keep(cond, name, woken)))
    await asyncio.sleep(0)
    print(woken, cond.locked())
    print(await cond.acquire())
    cond.notify()
    await asyncio.sleep(0)
    print(woken, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(woken, cond.locked())
    cond.notify(2)
    await asyncio.sleep(0)
    print(woken, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(woken, cond.locked())
    cond.release()
    await asyncio.sleep(0)
    print(woken, cond.locked())
    for task in tasks:
        print(task.done(), task.result())

asyncio.run(main())
