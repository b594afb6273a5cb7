# A semaphore lets its number in without waiting; each release lets in one more of those waiting, the longest first.
import asyncio

async def enter(seats, name, inside):
    await seats.acquire()
    inside.append(name)
    return True

async def main():
    seats = asyncio.Semaphore(3)
    inside = []
    print(await seats.acquire(), await seats.acquire(), seats.locked())
    tasks = []
    for name in ["ann", "bob", "cid"]:
        tasks.append(asyncio.create_task(enter(seats, name, inside)))
    await asyncio.sleep(0)
    print(inside, seats.locked())
    tasks.append(asyncio.create_task(enter(seats, "dan", inside)))
    seats.release()
    seats.release()
    await asyncio.sleep(0)
    print(inside, seats.locked())
    seats.release()
    for task in tasks:
        print(await task)
    print(inside)

asyncio.run(main())
