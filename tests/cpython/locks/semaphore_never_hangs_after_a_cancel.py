# A waiter that is cancelled, before or after a release was meant for it, leaves the semaphore's place to another.
import asyncio

async def main():
    gate = asyncio.Semaphore(0)

    async def enter(name):
        await gate.acquire()
        print(f"{name} in")

    first = asyncio.create_task(enter("first"))
    second = asyncio.create_task(enter("second"))
    await asyncio.sleep(0)
    first.cancel()
    gate.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(gate.locked(), second.done())

    turn = asyncio.Semaphore(1)

    async def leaves_and_cancels():
        async with turn:
            await asyncio.sleep(0)
        other.cancel()
        return "left"

    async def never_gets_in():
        async with turn:
            print("not reached")

    task = asyncio.create_task(leaves_and_cancels())
    other = asyncio.create_task(never_gets_in())
    ends = await asyncio.gather(task, other, return_exceptions=True)
    print(ends[0], type(ends[1]).__name__)
    print(await asyncio.wait_for(turn.acquire(), timeout=1))

asyncio.run(main())
