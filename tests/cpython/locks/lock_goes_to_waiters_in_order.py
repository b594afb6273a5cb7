# A released lock goes to the tasks that wait for it in the order in which they asked, one each time it is released.
import asyncio

async def take(lock, name, order):
    taken = await lock.acquire()
    order.append(name)
    return taken

async def main():
    lock = asyncio.Lock()
    order = []
    print(await lock.acquire())
    ann = asyncio.create_task(take(lock, "ann", order))
    bob = asyncio.create_task(take(lock, "bob", order))
    await asyncio.sleep(0)
    print(order, lock.locked())
    lock.release()
    await asyncio.sleep(0)
    print(order, lock.locked())
    await asyncio.sleep(0)
    print(order)
    cid = asyncio.create_task(take(lock, "cid", order))
    lock.release()
    await asyncio.sleep(0)
    print(order)
    lock.release()
    await asyncio.sleep(0)
    print(order)
    print(ann.result(), bob.result(), cid.result())

asyncio.run(main())
