# Tasks cancelled while they wait for a semaphore take no place: a release goes to the first one still waiting.
import asyncio

async def enter(seats, name, inside):
    await seats.acquire()
    inside.append(name)

async def main():
    seats = asyncio.Semaphore(0)
    inside = []
    tasks = []
    for name in ["one", "two", "three", "four"]:
        tasks.append(asyncio.create_task(enter(seats, name, inside)))
    await asyncio.sleep(0)
    tasks[0].cancel()
    tasks[1].cancel()
    seats.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(inside, tasks[0].cancelled(), tasks[1].cancelled(), tasks[2].done(), tasks[3].done())
    asyncio.get_running_loop().call_soon(tasks[3].cancel)
    try:
        await tasks[3]
    except asyncio.CancelledError:
        print("four cancelled", seats.locked())

asyncio.run(main())
