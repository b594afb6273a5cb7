# wait_for is cancelled, and what it waits for ends in the next turn before it is told: it gives the result, the cancel is lost.
import asyncio

async def quick():
    return "quick"

async def caller():
    result = await asyncio.wait_for(quick(), 0.4)
    return result

async def main():
    task = asyncio.create_task(caller())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.result(), task.cancelling())

asyncio.run(main())
