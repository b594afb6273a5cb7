# A sleep is cancelled in the turn in which its timer is due, just before it: the timer's handle runs and changes nothing.
import asyncio

async def sleeper():
    await asyncio.sleep(0.1)
    print("not reached")

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, lambda: task.cancel())
    task = asyncio.create_task(sleeper())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())

asyncio.run(main())
