# notify(n) wakes the n longest-waiting tasks, or all if there are fewer; they go on one after the other, with the lock.
import asyncio

async def wait_once(cond, name, woken):
    await cond.acquire()
    if await cond.wait():
        woken.append(name)
        cond.release()
    return name

async def main():
    cond = asyncio.Condition()
    woken = []
    first = asyncio.create_task(wait_once(cond, "first", woken))
    second = asyncio.create_task(wait_once(cond, "second", woken))
    third = asyncio.create_task(wait_once(cond, "third", woken))
    await asyncio.sleep(0)
    print(woken)
    await cond.acquire()
    cond.notify(1)
    cond.release()
    await asyncio.sleep(0)
    print(woken)
    await cond.acquire()
    cond.notify(1)
    cond.notify(100)
    cond.release()
    await asyncio.sleep(0)
    print(woken)
    print(first.result(), second.result(), third.result(), cond.locked())

asyncio.run(main())
