# A condition locks the lock it was given, or one of its own: both are held within either's `async with`, free outside.
import asyncio

async def main():
    own = asyncio.Condition()
    print(own.locked())
    async with own:
        print(own.locked())
    print(own.locked())
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)
    print(lock.locked(), cond.locked())
    async with cond:
        print(lock.locked(), cond.locked())
    print(lock.locked(), cond.locked())
    async with lock:
        print(lock.locked(), cond.locked())
        cond.notify()
    print(lock.locked(), cond.locked())

asyncio.run(main())
